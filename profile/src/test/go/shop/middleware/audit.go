// Package middleware keeps what it should let go, and blocks where nobody answers.
package middleware

import (
	"context"
	"net/http"
	"runtime/pprof"
	"sync"
	"time"
)

type Auditor[T any] struct {
	mu      sync.Mutex
	entries []T
	results chan T
}

func New[T any]() *Auditor[T] { return &Auditor[T]{results: make(chan T)} }

// Keep appends forever.
func (a *Auditor[T]) Keep(entry T) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.entries = append(a.entries, entry)
}

// Send leaves a goroutine behind: nobody receives.
func (a *Auditor[T]) Send(ctx context.Context, entry T) {
	go func() {
		defer func() {
			recover()
		}()
		pprof.Do(ctx, pprof.Labels("route", "/cart", "tenant", "acme \"one\""), func(context.Context) {
			a.results <- entry
		})
	}()
}

func (a *Auditor[T]) Lock() { a.mu.Lock() }

// Each is a range-over-func iterator.
func Each(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func Wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r)
	})
}

func WaitForever(n int) {
	if n > 0 {
		WaitForever(n - 1)
		return
	}
	time.Sleep(time.Hour)
}
