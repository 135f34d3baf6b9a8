// Build says which files go/build takes for a platform: for each name on standard input a line with
// the name and true, false or error.
//
//	find . -name '*.go' | go run ./oracle/build linux amd64 tag,tag
package main

import (
	"bufio"
	"fmt"
	"go/build"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	context := build.Default
	context.GOOS, context.GOARCH = os.Args[1], os.Args[2]
	context.CgoEnabled = true
	context.ToolTags = nil
	context.BuildTags = nil
	if len(os.Args) > 3 {
		context.BuildTags = strings.Split(os.Args[3], ",")
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	names := bufio.NewScanner(os.Stdin)
	for names.Scan() {
		match, err := context.MatchFile(filepath.Dir(names.Text()), filepath.Base(names.Text()))
		if err != nil {
			fmt.Fprintf(out, "%s\terror\n", names.Text())
		} else {
			fmt.Fprintf(out, "%s\t%t\n", names.Text(), match)
		}
	}
}
