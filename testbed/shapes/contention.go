package shapes

import (
	"runtime/pprof"
	"sync"
	"time"
)

// Contend makes entries for the block and mutex profiles.
func Contend() {
	var mu sync.Mutex
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for range 20 {
				mu.Lock()
				time.Sleep(time.Millisecond)
				mu.Unlock()
			}
		})
	}
	results := make(chan int)
	group.Go(func() { time.Sleep(20 * time.Millisecond); results <- 1 })
	<-results
	group.Wait()
}

// Baskets are counted in a profile of their own.
var Baskets = pprof.NewProfile("shop.baskets")

// Basket is open until Close.
type Basket struct{ items []string }

// OpenBasket adds a basket to the profile.
func OpenBasket() *Basket {
	b := &Basket{items: make([]string, 4)}
	Baskets.Add(b, 0)
	return b
}

// Close takes it out.
func (b *Basket) Close() { Baskets.Remove(b) }
