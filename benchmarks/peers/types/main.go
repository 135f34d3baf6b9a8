// Command types is the peer of Tidemark's types: it parses packages and those they import and finds the types of the
// former with go/types, as often as it is told to (see package rounds). Bodies of the latter are left alone.
//
//	types LIST [PREFIX]
//
// LIST names a file of `go list -deps -json`; the types of packages whose path begins with PREFIX are found, by default with net/.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"log"
	"os"
	"path/filepath"
	"strings"

	"tidemark.dev/benchmarks/peers/rounds"
)

type listed struct {
	Dir, ImportPath string
	GoFiles         []string
	ImportMap       map[string]string
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("types: ")
	list, err := os.Open(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	var packages []listed
	for decoder := json.NewDecoder(list); ; {
		var p listed
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			log.Fatal(err)
		}
		packages = append(packages, p)
	}
	prefix := "net/"
	if len(os.Args) > 2 {
		prefix = os.Args[2]
	}
	rounds.Answer(func() error {
		known := map[string]*types.Package{"unsafe": types.Unsafe}
		for _, p := range packages {
			if p.ImportPath != "unsafe" {
				known[p.ImportPath] = check(p, known, prefix)
			}
		}
		return nil
	})
}

type from struct {
	known map[string]*types.Package
	names map[string]string
}

func (f from) Import(path string) (*types.Package, error) {
	if name, ok := f.names[path]; ok {
		path = name
	}
	if p, ok := f.known[path]; ok {
		return p, nil
	}
	return nil, fmt.Errorf("no package %s", path)
}

func check(p listed, known map[string]*types.Package, prefix string) *types.Package {
	files := token.NewFileSet()
	var trees []*ast.File
	for _, name := range p.GoFiles {
		tree, err := parser.ParseFile(files, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			log.Fatal(err)
		}
		trees = append(trees, tree)
	}
	isWanted := strings.HasPrefix(p.ImportPath, prefix)
	info := &types.Info{}
	if isWanted {
		info.Types = map[ast.Expr]types.TypeAndValue{}
		info.Defs = map[*ast.Ident]types.Object{}
		info.Uses = map[*ast.Ident]types.Object{}
		info.Selections = map[*ast.SelectorExpr]*types.Selection{}
	}
	config := types.Config{Importer: from{known, p.ImportMap}, IgnoreFuncBodies: !isWanted, Error: func(error) {}}
	pkg, _ := config.Check(p.ImportPath, files, trees, info)
	return pkg
}
