// Command tokens is the peer of Tidemark's scanner: it cuts Go files into tokens with go/scanner, comments too, as often as
// it is told to (see package rounds).
//
//	tokens LIST
//
// LIST names a file with the name of a Go file on each line; one operation cuts all of them.
package main

import (
	"go/scanner"
	"go/token"
	"log"
	"os"

	"tidemark.dev/benchmarks/peers/rounds"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("tokens: ")
	files := rounds.Files(os.Args[1])
	rounds.Answer(func() error {
		var s scanner.Scanner
		for _, data := range files {
			set := token.NewFileSet()
			// What is wrong with a file is no concern here.
			s.Init(set.AddFile("x.go", -1, len(data)), data, nil, scanner.ScanComments)
			for {
				if _, tok, _ := s.Scan(); tok == token.EOF {
					break
				}
			}
		}
		return nil
	})
}
