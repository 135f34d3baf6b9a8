// Package shapes makes every kind of function name, goroutine state and profile that a Go process can show.
package shapes

import (
	"runtime"

	page "shop/shapes/page.v2"
)

const chunk = 32 << 10

// Kept is what the named shapes allocate, so that it is in use when the heap is read.
type Kept struct {
	blocks Stack[[]byte]
	pages  []string
}

// Stack is generic, so its methods are printed with [...].
type Stack[T any] struct {
	items []T
}

// Push adds an item.
func (s *Stack[T]) Push(item T) {
	s.items = append(s.items, item)
}

// Map is a generic function with a closure in its argument.
func Map[A, B any](list []A, f func(A) B) []B {
	out := make([]B, 0, len(list))
	for _, a := range list {
		out = append(out, f(a))
	}
	return out
}

// atStart is filled by closures of package initialisation.
var atStart = func() []byte { return make([]byte, chunk) }()

var atInit [][]byte

func init() {
	add := func() { atInit = append(atInit, make([]byte, chunk)) }
	add()
	add()
}

func init() {
	func() { atInit = append(atInit, make([]byte, chunk)) }()
}

// Names allocates once under each kind of function name.
func Names() *Kept {
	k := &Kept{}
	k.method(1)
	value := k.method // printed as (*Kept).method-fm where it is called
	call(value, 2)
	k.closures()
	k.overIterator()
	k.deferred()
	k.pages = append(k.pages, page.Render("harbour", chunk/8))
	for _, block := range Map([]int{1, 2, 3}, func(n int) []byte { return make([]byte, n*chunk) }) {
		k.blocks.Push(block)
	}
	k.blocks.Push(inlined())
	runtime.KeepAlive(atStart)
	return k
}

func (k *Kept) method(n int) {
	k.blocks.Push(make([]byte, n*chunk))
}

//go:noinline
func call(f func(int), n int) { f(n) }

func (k *Kept) closures() {
	outer := func() {
		inner := func() { k.blocks.Push(make([]byte, chunk)) }
		inner()
		call(func(int) { k.blocks.Push(make([]byte, chunk)) }, 1)
	}
	outer()
}

func (k *Kept) overIterator() {
	for n := range counting(3) {
		k.blocks.Push(make([]byte, n*chunk)) // a function of its own: overIterator-range1
	}
}

//go:noinline
func counting(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := 1; i <= n && yield(i); i++ {
		}
	}
}

func (k *Kept) deferred() {
	defer k.method(1) // printed as deferwrap1
	for i := range 2 {
		defer func() { k.method(i + 1) }()
	}
}

func inlined() []byte { return twiceInlined() }

func twiceInlined() []byte { return make([]byte, chunk) }
