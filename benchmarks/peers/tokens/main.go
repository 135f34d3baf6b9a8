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
	"strings"

	"tidemark.dev/benchmarks/peers/rounds"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("tokens: ")
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
