package shapes

import (
	"context"
	"os"
	"runtime"
	"runtime/pprof"
	"sync"
	"time"
)

// Waiting holds what the goroutines wait for, so that only those meant to be leaked are.
type Waiting struct {
	gate  chan int
	mu    sync.Mutex
	rw    sync.RWMutex
	cond  *sync.Cond
	group sync.WaitGroup
	pipe  *os.File
}

// Goroutines starts one goroutine for each way to wait, name to be created by, label and lock.
func Goroutines(ctx context.Context) (*Waiting, error) {
	reader, writer, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	w := &Waiting{gate: make(chan int), pipe: writer}
	w.cond = sync.NewCond(&w.mu)
	w.group.Add(1)
	w.rw.Lock()

	go w.receive(1)
	go w.send()
	go w.lockedToThread()
	go w.sleeping()
	go w.selecting(ctx)
	go w.conditional()
	go w.readLocked()
	go w.group.Wait()
	go func() { reader.Read(make([]byte, 1)) }()
	go func() { select {} }()
	go func() { <-(chan int)(nil) }()
	go w.deep(160)
	value := w.receive
	go value(2)
	go Receive[int](w.gate)
	labelled(ctx, w)
	return w, nil
}

func (w *Waiting) receive(int) { <-w.gate }

// Receive is a generic goroutine.
func Receive[T any](from chan T) { <-from }

func (w *Waiting) send() {
	// A channel of its own: the send has no receiver and never will have.
	never := make(chan int)
	never <- 1
}

func (w *Waiting) lockedToThread() {
	runtime.LockOSThread()
	<-w.gate
}

func (w *Waiting) sleeping() {
	time.Sleep(time.Hour)
}

func (w *Waiting) selecting(ctx context.Context) {
	select {
	case <-ctx.Done():
	case <-w.gate:
	}
}

func (w *Waiting) conditional() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.cond.Wait()
}

func (w *Waiting) readLocked() {
	w.rw.RLock()
	defer w.rw.RUnlock()
}

// deep waits below more frames than a text dump shows.
func (w *Waiting) deep(n int) {
	if n == 0 {
		<-w.gate
		return
	}
	w.deep(n - 1)
}

func labelled(ctx context.Context, w *Waiting) {
	for _, tenant := range []string{"north", "south harbour", `qu"oted`} {
		pprof.Do(ctx, pprof.Labels("tenant", tenant, "route", "/orders/:id"), func(context.Context) {
			go w.receive(3)
			go w.lockedToThread()
		})
	}
}
