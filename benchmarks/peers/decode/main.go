// Command decode is the peer of Tidemark's own reader: it parses one profile, or parses and merges several, as often
// as it is told to (see package rounds), with github.com/google/pprof/profile.
//
//	decode FILE…
package main

import (
	"log"
	"os"

	"github.com/google/pprof/profile"
	"tidemark.dev/benchmarks/peers/rounds"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("decode: ")
	var files [][]byte
	for _, name := range os.Args[1:] {
		data, err := os.ReadFile(name)
		if err != nil {
			log.Fatal(err)
		}
		files = append(files, data)
	}
	rounds.Answer(func() error { return operate(files) })
}

func operate(files [][]byte) error {
	profiles := make([]*profile.Profile, len(files))
	for i, data := range files {
		parsed, err := profile.ParseData(data)
		if err != nil {
			return err
		}
		profiles[i] = parsed
	}
	if len(profiles) == 1 {
		return nil
	}
	_, err := profile.Merge(profiles)
	return err
}
