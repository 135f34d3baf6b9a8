package truth

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
)

// FindKeeper returns the place of a statement in a source file, with the enclosing function named as the Go
// linker names it. name is the file's path as profiles print it: package path and file.
func FindKeeper(name string, source []byte, statement string) (Place, error) {
	offset := strings.Index(string(source), statement)
	if offset < 0 {
		return Place{}, fmt.Errorf("%s does not contain %q", name, statement)
	}
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, name, source, 0)
	if err != nil {
		return Place{}, err
	}
	at := files.File(file.Pos()).Pos(offset)
	for _, declaration := range file.Decls {
		function, ok := declaration.(*ast.FuncDecl)
		if ok && function.Pos() <= at && at < function.End() {
			symbol := name[:strings.LastIndex(name, "/")] + "." + symbolOf(function) + closureOf(function, at)
			return Place{symbol, name, files.Position(at).Line}, nil
		}
	}
	return Place{}, fmt.Errorf("%s: %q is in no function", name, statement)
}

func symbolOf(function *ast.FuncDecl) string {
	if function.Recv == nil {
		return function.Name.Name
	}
	switch receiver := function.Recv.List[0].Type.(type) {
	case *ast.StarExpr:
		return fmt.Sprintf("(*%s).%s", receiver.X, function.Name)
	default:
		return fmt.Sprintf("%s.%s", receiver, function.Name)
	}
}

// closureOf returns ".func1" for a position in the first closure of a function; no keeper is in a closure in a closure.
func closureOf(function *ast.FuncDecl, at token.Pos) string {
	number, found := 0, ""
	ast.Inspect(function, func(n ast.Node) bool {
		literal, ok := n.(*ast.FuncLit)
		if !ok {
			return true
		}
		number++
		if literal.Pos() <= at && at < literal.End() {
			found = fmt.Sprintf(".func%d", number)
		}
		return false
	})
	return found
}
