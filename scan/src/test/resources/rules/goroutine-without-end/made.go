package shop

import (
	"context"
	"net/http"
	"sync"
	"sync/atomic"
	"time"
)

type cache struct {
	done  chan struct{}
	wake  chan string
	items map[string]int
}

func (c *cache) sweep() { clear(c.items) }

// Nobody closes done.
func NewCache() *cache {
	c := &cache{done: make(chan struct{})}
	go func() { // want "has no way to its end"
		ticker := time.NewTicker(time.Minute)
		defer ticker.Stop()
		for {
			select {
			case <-c.done:
				return
			case <-ticker.C:
				c.sweep()
			}
		}
	}()
	return c
}

func NewCacheOfParameter() *cache {
	c := &cache{done: make(chan struct{})}
	go func(done <-chan struct{}) { // want "has no way to its end"
		for {
			select {
			case <-done:
				return
			case <-time.After(time.Minute):
				c.sweep()
			}
		}
	}(c.done)
	return c
}

type queue struct{ in chan int }

func (q *queue) work() {
	for n := range q.in {
		println(n)
	}
}

func (q *queue) Put(n int) { q.in <- n }

// Put sends, and nobody closes.
func NewQueue() *queue {
	q := &queue{in: make(chan int)}
	go q.work() // want "has no way to its end"
	return q
}

func OpenTicker(every time.Duration) *cache {
	c := &cache{}
	ticker := time.NewTicker(every)
	go func() { // want "has no way to its end"
		for range ticker.C {
			c.sweep()
		}
	}()
	return c
}

func NewOfRoot() *cache {
	c := &cache{}
	ctx := context.Background()
	go func() { // want "has no way to its end"
		for {
			select {
			case <-ctx.Done():
				return
			case <-time.After(time.Second):
				c.sweep()
			}
		}
	}()
	return c
}

type closed struct {
	done chan struct{}
	in   chan int
}

func (c *closed) Close() { close(c.done) }

func (c *closed) fineLoop() {
	for {
		select {
		case <-c.done:
			return
		case n := <-c.in:
			println(n)
		}
	}
}

func NewFineClosed() *closed {
	c := &closed{done: make(chan struct{}), in: make(chan int)}
	go c.fineLoop()
	return c
}

// Whoever hands the channel in may close it.
func NewFineHandedIn(done chan struct{}) *given {
	g := &given{done: done}
	go g.fineWait()
	return g
}

type given struct{ done chan struct{} }

func (g *given) fineWait() { <-g.done }

type handedOut struct{ done chan struct{} }

func (h *handedOut) Done() chan struct{} { return h.done }

func NewFineHandedOut() *handedOut {
	h := &handedOut{done: make(chan struct{})}
	go func() { <-h.done }()
	return h
}

type stopped struct{ stop chan bool }

func (s *stopped) Stop() {
	stop := s.stop
	stop <- true
}

func NewFineStopped() *stopped {
	s := &stopped{stop: make(chan bool)}
	go func() {
		for {
			select {
			case <-s.stop:
				return
			case <-time.After(time.Second):
				println("tick")
			}
		}
	}()
	return s
}

func NewFineOfContext(ctx context.Context) *cache {
	c := &cache{}
	go func() {
		for {
			select {
			case <-ctx.Done():
				return
			case <-time.After(time.Second):
				c.sweep()
			}
		}
	}()
	return c
}

var once sync.Once

func NewFineOnce() *cache {
	once.Do(func() {
		go func() {
			for range time.Tick(time.Second) {
				println("tick")
			}
		}()
	})
	return &cache{}
}

// The module itself calls it, and no request does.
func NewFineCalled() *cache {
	c := &cache{}
	go func() {
		for range time.Tick(time.Second) {
			c.sweep()
		}
	}()
	return c
}

var shared = NewFineCalled()

func newFineHidden() *cache {
	c := &cache{}
	go func() {
		for range time.Tick(time.Second) {
			c.sweep()
		}
	}()
	return c
}

// It runs as long as its caller wants it to.
func RunFine() {
	go func() {
		for range time.Tick(time.Second) {
			println("tick")
		}
	}()
}

type lazy struct {
	mu   sync.Mutex
	made *queue
	on   atomic.Bool
}

func (l *lazy) fineGet(w http.ResponseWriter, r *http.Request) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.made == nil {
		l.made = newFineQueue()
	}
	l.made.Put(1)
}

func newFineQueue() *queue {
	q := &queue{in: make(chan int)}
	go q.work()
	return q
}

func (l *lazy) fineSwapped(w http.ResponseWriter, r *http.Request) {
	if l.on.CompareAndSwap(false, true) {
		go func() {
			for range time.Tick(time.Second) {
				println("tick")
			}
		}()
	}
}
