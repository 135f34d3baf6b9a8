// Command makeprofiles writes heap profiles of a stated number of samples, as the Go runtime itself
// writes them: it allocates from that many different stacks and sizes.
//
//	go run ./makeprofiles -samples 62000 -out heap.pb.gz
package main

import (
	"flag"
	"log"
	"math/rand/v2"
	"os"
	"runtime"
	"runtime/pprof"
)

var kept [][]byte

// step is one frame of a made-up call tree: every function may call every other one.
type step func(rng *rand.Rand, depth, size int)

//go:generate go run ../makesteps -count 96 -out steps.go

func descend(rng *rand.Rand, depth, size int) {
	if depth == 0 {
		kept = append(kept, make([]byte, size))
		return
	}
	steps[rng.IntN(len(steps))](rng, depth-1, size)
}

func main() {
	samples := flag.Int("samples", 62000, "stacks to allocate from")
	seed := flag.Uint64("seed", 1, "of the random call tree")
	out := flag.String("out", "heap.pb.gz", "file to write")
	flag.Parse()
	runtime.MemProfileRate = 1024
	rng := rand.New(rand.NewPCG(*seed, 7))
	for i := 0; i < *samples; i++ {
		// Stacks of a service share their roots: a few hundred prefixes, then a free end.
		root := rand.New(rand.NewPCG(uint64(rng.IntN(400)), 3))
		size := 2048 << rng.IntN(3)
		descend(root, 14+rng.IntN(6), size)
		func() { descend(rng, 8+rng.IntN(10), size) }()
	}
	kept = kept[len(kept)/2:]
	runtime.GC()
	file, err := os.Create(*out)
	if err != nil {
		log.Fatal(err)
	}
	if err := pprof.Lookup("heap").WriteTo(file, 0); err != nil {
		log.Fatal(err)
	}
	if err := file.Close(); err != nil {
		log.Fatal(err)
	}
	log.Printf("%s: %d allocations kept", *out, len(kept))
}
