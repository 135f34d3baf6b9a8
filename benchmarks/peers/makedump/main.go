// Command makedump writes a goroutine dump as /debug/pprof/goroutine?debug=2 gives it, by the Go runtime itself: of as
// many goroutines as are asked for, blocked in different ways under a few hundred different stacks. The runtime cuts
// such a dump at 64 MB.
//
//	makedump -goroutines 120000 -out dump.txt
package main

import (
	"flag"
	"log"
	"math/rand/v2"
	"os"
	"runtime"
	"runtime/pprof"
	"sync"
	"time"
)

const stacks = 300

// blocker ends a stack: it waits for what never comes.
type blocker func(ready *sync.WaitGroup)

var blockers = []blocker{receive, send, sel, sleep, lock, wait}

//go:noinline
func receive(ready *sync.WaitGroup) { ready.Done(); <-make(chan int) }

//go:noinline
func send(ready *sync.WaitGroup) { ready.Done(); make(chan int) <- 1 }

//go:noinline
func sel(ready *sync.WaitGroup) {
	ready.Done()
	select {
	case <-make(chan int):
	case <-make(chan string):
	}
}

//go:noinline
func sleep(ready *sync.WaitGroup) { ready.Done(); time.Sleep(time.Hour) }

var held sync.Mutex

//go:noinline
func lock(ready *sync.WaitGroup) { ready.Done(); held.Lock() }

//go:noinline
func wait(ready *sync.WaitGroup) { ready.Done(); var never sync.WaitGroup; never.Add(1); never.Wait() }

// layer is a frame between a goroutine's first function and the one that waits.
type layer func(way *rand.Rand, depth int, last blocker, ready *sync.WaitGroup)

var layers []layer

func init() { layers = []layer{handle, authorize, process, fetch, query, render} }

//go:noinline
func handle(way *rand.Rand, depth int, last blocker, ready *sync.WaitGroup) {
	if depth > 0 {
		layers[way.IntN(len(layers))](way, depth-1, last, ready)
	} else {
		last(ready)
	}
}

//go:noinline
func authorize(way *rand.Rand, depth int, last blocker, ready *sync.WaitGroup) {
	if depth > 0 {
		layers[way.IntN(len(layers))](way, depth-1, last, ready)
	} else {
		last(ready)
	}
}

//go:noinline
func process(way *rand.Rand, depth int, last blocker, ready *sync.WaitGroup) {
	if depth > 0 {
		layers[way.IntN(len(layers))](way, depth-1, last, ready)
	} else {
		last(ready)
	}
}

//go:noinline
func fetch(way *rand.Rand, depth int, last blocker, ready *sync.WaitGroup) {
	if depth > 0 {
		layers[way.IntN(len(layers))](way, depth-1, last, ready)
	} else {
		last(ready)
	}
}

//go:noinline
func query(way *rand.Rand, depth int, last blocker, ready *sync.WaitGroup) {
	if depth > 0 {
		layers[way.IntN(len(layers))](way, depth-1, last, ready)
	} else {
		last(ready)
	}
}

//go:noinline
func render(way *rand.Rand, depth int, last blocker, ready *sync.WaitGroup) {
	if depth > 0 {
		layers[way.IntN(len(layers))](way, depth-1, last, ready)
	} else {
		last(ready)
	}
}

func main() {
	goroutines := flag.Int("goroutines", 120_000, "to start")
	out := flag.String("out", "dump.txt", "file to write")
	flag.Parse()
	held.Lock()
	var ready sync.WaitGroup
	ready.Add(*goroutines)
	for i := range *goroutines {
		go serve(uint64(i%stacks), &ready)
	}
	ready.Wait()
	// From having said that it is ready to being blocked is another few instructions.
	runtime.Gosched()
	time.Sleep(100 * time.Millisecond)
	file, err := os.Create(*out)
	if err != nil {
		log.Fatal(err)
	}
	if err := pprof.Lookup("goroutine").WriteTo(file, 2); err != nil {
		log.Fatal(err)
	}
	if err := file.Close(); err != nil {
		log.Fatal(err)
	}
}

func serve(stack uint64, ready *sync.WaitGroup) {
	way := rand.New(rand.NewPCG(stack, 1))
	layers[way.IntN(len(layers))](way, way.IntN(3), blockers[stack%uint64(len(blockers))], ready)
}
