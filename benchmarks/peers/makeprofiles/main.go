// Command makeprofiles writes heap profiles of a stated number of samples, as the Go runtime itself
// writes them: it allocates from that many different stacks.
//
//	makeprofiles -samples 62000 -out heap.pb.gz
//	makeprofiles -samples 1600 -profiles 30 -out heap-%02d.pb.gz
package main

import (
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"runtime"
	"runtime/pprof"
	"strings"
)

var kept [][]byte

// step is one frame of a made-up call tree: every function may call every other one.
type step func(path *path, depth, size int)

//go:generate go run ../makesteps -count 300 -out steps.go

// path tells which way a stack goes: stacks of a service share their roots, a few hundred of them, and
// differ in their last calls.
type path struct {
	root, free *rand.Rand
	freeDepth  int
}

func (p *path) next(depth int) int {
	if depth > p.freeDepth {
		return p.root.IntN(len(steps))
	}
	return p.free.IntN(len(steps))
}

func leaf(size int) { kept = append(kept, make([]byte, size)) }

const (
	roots    = 250
	freeEnds = 4
)

// allocate makes one sample: a stack and a size.
func allocate(rng *rand.Rand, stack uint64) {
	own := rand.New(rand.NewPCG(stack, 11))
	root := own.Uint64N(roots)
	way := rand.New(rand.NewPCG(root, 3))
	depth := freeEnds + 9 + way.IntN(14)
	size := 1024 << own.IntN(3)
	times := 1
	if own.IntN(12) == 0 {
		times += rng.IntN(20)
	}
	for range times {
		// From one line, and from the beginning, so that it is the same stack each time.
		again := path{rand.New(rand.NewPCG(root, 5)), rand.New(rand.NewPCG(stack, 7)), freeEnds}
		steps[again.next(depth)](&again, depth-1, size)
	}
}

// release lets go of about half of what is kept.
func release(rng *rand.Rand) {
	still := kept[:0]
	for _, block := range kept {
		if rng.IntN(2) == 0 {
			still = append(still, block)
		}
	}
	clear(kept[len(still):])
	kept = still
}

func main() {
	samples := flag.Int("samples", 62000, "stacks to allocate from")
	profiles := flag.Int("profiles", 1, "profiles to write one after the other, each with a hundredth more samples")
	seed := flag.Uint64("seed", 1, "of what is kept and how often")
	out := flag.String("out", "heap.pb.gz", "file to write, %d in it for the number of the profile")
	flag.Parse()
	runtime.MemProfileRate = 256
	rng := rand.New(rand.NewPCG(*seed, 7))
	stack := uint64(0)
	for profile := range *profiles {
		for until := uint64(*samples + *samples*profile/100); stack < until; stack++ {
			allocate(rng, stack)
		}
		if profile == 0 {
			release(rng)
		}
		// What was allocated is in a profile after the second collection, what was freed after the first.
		runtime.GC()
		runtime.GC()
		name := *out
		if strings.Contains(name, "%") {
			name = fmt.Sprintf(name, profile+1)
		}
		if err := write(name); err != nil {
			log.Fatal(err)
		}
	}
}

func write(name string) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	if err := pprof.Lookup("heap").WriteTo(file, 0); err != nil {
		return err
	}
	return file.Close()
}
