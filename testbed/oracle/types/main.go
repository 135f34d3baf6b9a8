// Command types says which type go/types gives each expression, for tests to compare with.
//
//	go list -e -deps -json … | types [-from PREFIX] [-no-bodies]
//
// Packages are checked from source in the order they come in. Of those whose import path begins with
// PREFIX it prints, tab-separated:
//
//	package PATH
//	FILE:LINE:COLUMN-LINE:COLUMN NODE TYPE       for each entry of Info.Types that is no builtin
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
)

type listed struct {
	Dir, ImportPath, Name string
	GoFiles, CgoFiles     []string
	ImportMap             map[string]string
	Standard              bool
	Module                *struct{ GoVersion string }
}

type imports struct {
	known map[string]*types.Package
	names map[string]string
}

func (i imports) Import(path string) (*types.Package, error) {
	if mapped, ok := i.names[path]; ok {
		path = mapped
	}
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if p, ok := i.known[path]; ok {
		return p, nil
	}
	return nil, fmt.Errorf("no package %s", path)
}

func main() {
	prefix := flag.String("from", "", "print packages whose path begins so")
	quiet := flag.Bool("quiet", false, "print nothing but how long it takes")
	flag.Parse()
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	defer out.Flush()
	known := map[string]*types.Package{}
	decoder := json.NewDecoder(os.Stdin)
	for {
		var p listed
		if err := decoder.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		if p.ImportPath == "unsafe" {
			continue
		}
		isWanted := strings.HasPrefix(p.ImportPath, *prefix)
		known[p.ImportPath] = check(out, p, imports{known, p.ImportMap}, isWanted, *quiet)
	}
}

func check(out *bufio.Writer, p listed, from imports, isWanted, quiet bool) *types.Package {
	files := token.NewFileSet()
	var trees []*ast.File
	for _, name := range append(append([]string{}, p.GoFiles...), p.CgoFiles...) {
		tree, _ := parser.ParseFile(files, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution|parser.ParseComments)
		if tree != nil {
			trees = append(trees, tree)
		}
	}
	config := types.Config{
		Importer:         from,
		FakeImportC:      true,
		IgnoreFuncBodies: !isWanted,
		Error:            func(error) {},
		Sizes:            types.SizesFor("gc", build.Default.GOARCH),
	}
	if p.Module != nil && p.Module.GoVersion != "" {
		config.GoVersion = "go" + p.Module.GoVersion
	}
	info := &types.Info{}
	if isWanted {
		info.Types = map[ast.Expr]types.TypeAndValue{}
	}
	pkg, _ := config.Check(p.ImportPath, files, trees, info)
	if isWanted && !quiet {
		fmt.Fprintf(out, "package\t%s\n", p.ImportPath)
		for expr, found := range info.Types {
			if !found.IsBuiltin() {
				print(out, files, expr, found)
			}
		}
	}
	return pkg
}

func print(out *bufio.Writer, files *token.FileSet, expr ast.Expr, found types.TypeAndValue) {
	if !expr.Pos().IsValid() {
		return
	}
	start, end := files.PositionFor(expr.Pos(), false), files.PositionFor(expr.End(), false)
	fmt.Fprintf(out, "%s:%d:%d-%d:%d\t%s\t%s\n", start.Filename, start.Line, start.Column, end.Line, end.Column,
		reflect.TypeOf(expr).Elem().Name(), types.TypeString(found.Type, nil))
}
