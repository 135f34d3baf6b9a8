// Command exported is the peer of Tidemark's types where dependencies are summarized: it parses the packages of a module and
// finds their types with go/types, with the compiler's export data for what they import, as often as it is told to (see
// package rounds).
//
//	exported LIST
//
// LIST names a file of `go list -export -deps -json` on the packages of the module.
package main

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"log"
	"os"
	"path/filepath"

	"tidemark.dev/benchmarks/peers/rounds"
)

type listed struct {
	Dir, ImportPath, Export string
	GoFiles                 []string
	ImportMap               map[string]string
	Module                  *struct{ Main bool }
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("exported: ")
	list, err := os.Open(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	exports := map[string]string{}
	var own []listed
	for decoder := json.NewDecoder(list); ; {
		var p listed
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			log.Fatal(err)
		}
		exports[p.ImportPath] = p.Export
		if p.Module != nil && p.Module.Main {
			own = append(own, p)
		}
	}
	rounds.Answer(func() error {
		files := token.NewFileSet()
		open := func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) }
		// One for all packages: what several import is read once.
		imports := importer.ForCompiler(files, "gc", open)
		for _, p := range own {
			check(p, files, imports)
		}
		return nil
	})
}

type mapped struct {
	names   map[string]string
	imports types.Importer
}

func (m mapped) Import(path string) (*types.Package, error) {
	if name, ok := m.names[path]; ok {
		path = name
	}
	return m.imports.Import(path)
}

func check(p listed, files *token.FileSet, imports types.Importer) {
	var trees []*ast.File
	for _, name := range p.GoFiles {
		tree, err := parser.ParseFile(files, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			log.Fatal(err)
		}
		trees = append(trees, tree)
	}
	info := &types.Info{
		Types:      map[ast.Expr]types.TypeAndValue{},
		Defs:       map[*ast.Ident]types.Object{},
		Uses:       map[*ast.Ident]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{},
	}
	config := types.Config{Importer: mapped{p.ImportMap, imports}, Error: func(error) {}}
	config.Check(p.ImportPath, files, trees, info)
}
