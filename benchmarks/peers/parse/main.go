// Command parse is the peer of Tidemark's Go front end: it parses Go files with go/parser, comments kept, as often as it
// is told to (see package rounds).
//
//	parse LIST
//
// LIST names a file with the name of a Go file on each line; one operation parses all of them.
package main

import (
	"go/parser"
	"go/token"
	"log"
	"os"

	"tidemark.dev/benchmarks/peers/rounds"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("parse: ")
	files := rounds.Files(os.Args[1])
	rounds.Answer(func() error {
		for _, data := range files {
			// What is wrong with a file is no concern here.
			parser.ParseFile(token.NewFileSet(), "x.go", data, parser.ParseComments|parser.SkipObjectResolution)
		}
		return nil
	})
}
