// Command shapes serves, on loopback, a small process with every kind of function name, goroutine and
// profile in it; or panics with all of them alive. It stops by itself.
package main

import (
	"context"
	"flag"
	"fmt"
	"net"
	"net/http"
	_ "net/http/pprof"
	"os"
	"runtime"
	"time"

	"shop/shapes"
)

var (
	kept    []any
	dropped []byte
)

func init() {
	func() { kept = append(kept, make([]byte, 64<<10)) }()
}

func main() {
	port := flag.Int("port", 8081, "port on 127.0.0.1")
	lifetime := flag.Duration("for", 2*time.Minute, "when to end")
	panicking := flag.Bool("panic", false, "panic instead of serving")
	flag.Parse()
	if err := run(*port, *lifetime, *panicking); err != nil {
		fmt.Fprintln(os.Stderr, "shapes:", err)
		os.Exit(1)
	}
}

func run(port int, lifetime time.Duration, panicking bool) error {
	runtime.SetBlockProfileRate(1)
	runtime.SetMutexProfileFraction(1)
	ctx, cancel := context.WithTimeout(context.Background(), lifetime)
	defer cancel()
	waiting, err := shapes.Goroutines(ctx)
	if err != nil {
		return err
	}
	kept = append(kept, waiting, shapes.Names(), shapes.OpenBasket(), shapes.OpenBasket())
	shapes.OpenBasket().Close()
	shapes.Contend()
	if panicking {
		return burst(&order{id: "o-700001"})
	}
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		return err
	}
	server := &http.Server{ReadHeaderTimeout: 10 * time.Second}
	context.AfterFunc(ctx, func() { server.Close() })
	go spin(ctx)
	if err := server.Serve(listener); err != http.ErrServerClosed {
		return err
	}
	return nil
}

type order struct {
	id    string
	lines map[string]int
}

func burst(o *order) error {
	// Long enough for the goroutines to come to rest.
	time.Sleep(100 * time.Millisecond)
	o.lines["sku"]++
	return nil
}

// spin gives the CPU profile something to see, at a tenth of a core, and the collector something to
// collect: goroutines only show the minutes they wait once a collection has seen them waiting.
func spin(ctx context.Context) {
	ticker := time.NewTicker(100 * time.Millisecond)
	defer ticker.Stop()
	sum := 0
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			for until := time.Now().Add(10 * time.Millisecond); time.Now().Before(until); {
				sum = compute(sum)
				dropped = make([]byte, 16<<10)
			}
		}
	}
}

//go:noinline
func compute(n int) int {
	for i := range 10_000 {
		n = n*31 + i
	}
	return n
}
