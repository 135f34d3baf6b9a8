// Syntax says how go/parser reads Go files: for each name on standard input a line with the name, the
// number of nodes, and a hash of all of them; with -dump the nodes themselves. For a file with errors
// the line has the place and text of the first one.
//
//	find . -name '*.go' | go run ./oracle/syntax
//	echo main.go | go run ./oracle/syntax -dump
package main

import (
	"bufio"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"hash"
	"hash/fnv"
	"io"
	"os"
	"strings"
)

func main() {
	dump := flag.Bool("dump", false, "print every node")
	flag.Parse()
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	names := bufio.NewScanner(os.Stdin)
	for names.Scan() {
		describe(out, names.Text(), *dump)
	}
}

func describe(out *bufio.Writer, name string, dump bool) {
	source, err := os.ReadFile(name)
	if err != nil {
		fmt.Fprintf(out, "%s\tunreadable\n", name)
		return
	}
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, name, source, parser.ParseComments|parser.SkipObjectResolution)
	if list, ok := err.(scanner.ErrorList); ok {
		first := list[0]
		fmt.Fprintf(out, "%s\terror\t%d\t%d\t%s\n", name, first.Pos.Line, first.Pos.Column, first.Msg)
		return
	}
	sum := &summer{hash: fnv.New64a(), base: files.File(file.Pos()).Base()}
	if dump {
		sum.out = out
	}
	ast.Inspect(file, func(node ast.Node) bool {
		if node != nil {
			sum.add(node)
		}
		return true
	})
	for _, group := range file.Comments {
		sum.add(group)
	}
	fmt.Fprintf(out, "%s\tok\t%d\t%x\n", name, sum.count, sum.hash.Sum64())
}

type summer struct {
	hash  hash.Hash64
	out   io.Writer
	base  int
	count int
}

func (s *summer) add(node ast.Node) {
	s.count++
	name := strings.TrimPrefix(fmt.Sprintf("%T", node), "*ast.")
	line := fmt.Sprintf("%s %d %d%s\n", name, int(node.Pos())-s.base, int(node.End())-s.base, detail(node))
	s.hash.Write([]byte(line))
	if s.out != nil {
		io.WriteString(s.out, line)
	}
}

func detail(node ast.Node) string {
	switch n := node.(type) {
	case *ast.Ident:
		return " " + n.Name
	case *ast.BasicLit:
		return " " + n.Kind.String() + " " + n.Value
	case *ast.Comment:
		return fmt.Sprintf(" %d", len(n.Text))
	case *ast.UnaryExpr:
		return " " + n.Op.String()
	case *ast.BinaryExpr:
		return " " + n.Op.String()
	case *ast.CallExpr:
		return fmt.Sprintf(" %t", n.Ellipsis.IsValid())
	case *ast.SliceExpr:
		return fmt.Sprintf(" %t", n.Slice3)
	case *ast.ChanType:
		return fmt.Sprintf(" %d", n.Dir)
	case *ast.AssignStmt:
		return " " + n.Tok.String()
	case *ast.IncDecStmt:
		return " " + n.Tok.String()
	case *ast.BranchStmt:
		return " " + n.Tok.String()
	case *ast.RangeStmt:
		return " " + n.Tok.String()
	case *ast.GenDecl:
		return fmt.Sprintf(" %s %t", n.Tok, n.Lparen.IsValid())
	case *ast.TypeSpec:
		return fmt.Sprintf(" %t", n.Assign.IsValid())
	case *ast.EmptyStmt:
		return fmt.Sprintf(" %t", n.Implicit)
	}
	return ""
}
