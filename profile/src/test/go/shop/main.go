// Command shop is where the text profiles under src/test/resources come from: it parks goroutines in
// every way a service does, keeps some memory, and writes each debug form into the folder it is given.
//
//	go build -trimpath -o shop . && ./shop all OUT
//	for how in panic nil deadlock; do ./shop $how 2> OUT/$how.txt; done
//	GODEBUG=gctrace=1 ./shop gc 2> OUT/gctrace.txt
//	GODEBUG=tracebacklabels=1 ./shop quit 2> OUT/sigquit.txt   # and SIGQUIT after it is ready
package main

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"sync"
	"time"

	"github.com/acme/shop/middleware"
)

var kept [][]byte
var global = func() { time.Sleep(time.Hour) }

func init() {
	go func() { select {} }()
}

func park() {
	auditor := middleware.New[*bytes.Buffer]()
	for range 5 {
		auditor.Send(context.Background(), new(bytes.Buffer))
	}
	other := middleware.New[int]()
	other.Send(context.Background(), 7)
	auditor.Lock()
	for range 3 {
		go auditor.Lock()
	}
	var readWrite sync.RWMutex
	readWrite.Lock()
	go readWrite.RLock()
	go readWrite.Lock()
	var group sync.WaitGroup
	group.Add(1)
	go group.Wait()
	condition := sync.NewCond(&sync.Mutex{})
	go func() {
		condition.L.Lock()
		condition.Wait()
	}()
	go func() {
		var none chan int
		<-none
	}()
	go func() {
		var none chan int
		none <- 1
	}()
	go func() {
		var a, b chan int
		select {
		case <-a:
		case b <- 1:
		}
	}()
	go global()
	go middleware.WaitForever(150)
	go func() {
		for i := range middleware.Each(3) {
			func() {
				if i == 2 {
					time.Sleep(time.Hour)
				}
			}()
		}
	}()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	go http.Serve(listener, nil)
	go func() {
		runtime.LockOSThread()
		<-make(chan int)
	}()
	read, _, _ := os.Pipe()
	go read.Read(make([]byte, 1))
	server := httptest.NewServer(middleware.Wrap(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		<-r.Context().Done()
	})))
	go http.Get(server.URL)
}

func keep() {
	auditor := middleware.New[[]byte]()
	for i := range 2000 {
		auditor.Keep(make([]byte, 100+i))
		kept = append(kept, bytes.Repeat([]byte("x"), 1000))
	}
	go func() { _ = auditor; select {} }()
}

func write(folder, name, profile string, level int) {
	var out bytes.Buffer
	if err := pprof.Lookup(profile).WriteTo(&out, level); err != nil {
		panic(err)
	}
	if err := os.WriteFile(filepath.Join(folder, name), out.Bytes(), 0o644); err != nil {
		panic(err)
	}
}

func all(folder string) {
	runtime.MemProfileRate = 4096
	runtime.SetBlockProfileRate(1)
	runtime.SetMutexProfileFraction(1)
	keep()
	park()
	var mu sync.Mutex
	for range 4 {
		go func() {
			for range 50 {
				mu.Lock()
				time.Sleep(20 * time.Microsecond)
				mu.Unlock()
			}
		}()
	}
	time.Sleep(200 * time.Millisecond)
	runtime.GC()
	write(folder, "goroutine-debug1.txt", "goroutine", 1)
	write(folder, "goroutine-debug2.txt", "goroutine", 2)
	write(folder, "heap-debug1.txt", "heap", 1)
	write(folder, "allocs-debug1.txt", "allocs", 1)
	write(folder, "threadcreate-debug1.txt", "threadcreate", 1)
	write(folder, "block-debug1.txt", "block", 1)
	write(folder, "mutex-debug1.txt", "mutex", 1)
}

func main() {
	switch how := os.Args[1]; how {
	case "all":
		all(os.Args[2])
	case "panic":
		debug.SetTraceback("all")
		park()
		time.Sleep(100 * time.Millisecond)
		defer func() {
			if r := recover(); r != nil {
				panic(fmt.Sprint("again: ", r))
			}
		}()
		panic("first")
	case "nil":
		var m *middleware.Auditor[int]
		m.Keep(1)
	case "deadlock":
		go func() { <-make(chan int) }()
		<-make(chan int)
	case "quit":
		park()
		time.Sleep(100 * time.Millisecond)
		runtime.GC()
		runtime.GC() // a collection notes as beginning of a wait when the one before it began
		time.Sleep(62 * time.Second)
		fmt.Fprintln(os.Stderr, "2026/11/24 02:48:58 ready")
		time.Sleep(time.Hour)
	case "gc":
		for range 30 {
			for range 1000 {
				kept = append(kept, make([]byte, 10_000))
			}
		}
		runtime.GC()
	}
}
