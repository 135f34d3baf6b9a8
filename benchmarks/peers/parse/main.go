// Command parse is the peer of Tidemark's Go front end: it parses Go files with go/parser, comments kept, as often as it
// is told to.
//
//	parse LIST
//
// LIST names a file with the name of a Go file on each line. Each line of the input is a count of operations, of which one
// parses all files; the answer is that of decode.
package main

import (
	"bufio"
	"fmt"
	"go/parser"
	"go/token"
	"log"
	"os"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("parse: ")
	list, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	var files [][]byte
	for name := range strings.Lines(string(list)) {
		data, err := os.ReadFile(strings.TrimSpace(name))
		if err != nil {
			log.Fatal(err)
		}
		files = append(files, data)
	}
	rounds := bufio.NewScanner(os.Stdin)
	for rounds.Scan() {
		count, err := strconv.Atoi(rounds.Text())
		if err != nil {
			log.Fatal(err)
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start, cpu := time.Now(), cpuTime()
		for range count {
			for _, data := range files {
				// What is wrong with a file is no concern here.
				parser.ParseFile(token.NewFileSet(), "x.go", data, parser.ParseComments|parser.SkipObjectResolution)
			}
		}
		cpu, wall := cpuTime()-cpu, time.Since(start)
		runtime.ReadMemStats(&after)
		fmt.Printf("%d\t%d\t%d\n", cpu.Nanoseconds(), wall.Nanoseconds(), after.TotalAlloc-before.TotalAlloc)
	}
}

func cpuTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		log.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
