// Flow says how golang.org/x/tools/go/cfg orders the statements of Go files: for each name on standard
// input a line with the name, the number of statements reached, and a hash of which may follow which;
// with -dump those themselves. Calls of panic do not return. Files with errors have no line.
//
//	find . -name '*.go' | go run ./oracle/flow
//	echo main.go | go run ./oracle/flow -dump
package main

import (
	"bufio"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"hash/fnv"
	"os"
	"sort"
	"strings"

	"golang.org/x/tools/go/cfg"
)

func main() {
	dump := flag.Bool("dump", false, "print every statement")
	flag.Parse()
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	names := bufio.NewScanner(os.Stdin)
	for names.Scan() {
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, names.Text(), nil, parser.SkipObjectResolution)
		if err != nil {
			continue
		}
		lines := describe(file, files.File(file.Pos()).Base())
		sum := fnv.New64a()
		for _, line := range lines {
			fmt.Fprintln(sum, line)
			if *dump {
				fmt.Fprintln(out, line)
			}
		}
		fmt.Fprintf(out, "%s\t%d\t%016x\n", names.Text(), len(lines), sum.Sum64())
	}
}

func describe(file *ast.File, base int) []string {
	var lines []string
	ast.Inspect(file, func(node ast.Node) bool {
		var body *ast.BlockStmt
		switch function := node.(type) {
		case *ast.FuncDecl:
			body = function.Body
		case *ast.FuncLit:
			body = function.Body
		}
		if body != nil {
			for _, block := range cfg.New(body, mayReturn).Blocks {
				if block.Live {
					lines = append(lines, follow(block, base)...)
				}
			}
		}
		return true
	})
	sort.Strings(lines)
	return lines
}

func mayReturn(call *ast.CallExpr) bool {
	name, ok := call.Fun.(*ast.Ident)
	return !ok || name.Name != "panic"
}

// follow gives a line for each statement of a block: itself and those that may come next.
func follow(block *cfg.Block, base int) []string {
	own := statements(block, base)
	var lines []string
	for i, statement := range own {
		if i+1 < len(own) {
			lines = append(lines, statement+" > "+own[i+1])
			continue
		}
		next := map[string]bool{}
		seen := map[*cfg.Block]bool{}
		for _, successor := range block.Succs {
			first(successor, base, seen, next)
		}
		var sorted []string
		for name := range next {
			sorted = append(sorted, name)
		}
		sort.Strings(sorted)
		lines = append(lines, statement+" > "+strings.Join(sorted, " "))
	}
	return lines
}

func first(block *cfg.Block, base int, seen map[*cfg.Block]bool, next map[string]bool) {
	if seen[block] {
		return
	}
	seen[block] = true
	if own := statements(block, base); len(own) > 0 {
		next[own[0]] = true
		return
	}
	for _, successor := range block.Succs {
		first(successor, base, seen, next)
	}
}

// Expressions are left out: conditions are split at && and || elsewhere.
func statements(block *cfg.Block, base int) []string {
	var names []string
	for _, node := range block.Nodes {
		if _, isExpr := node.(ast.Expr); !isExpr {
			names = append(names, fmt.Sprint(int(node.Pos())-base))
		}
	}
	return names
}
