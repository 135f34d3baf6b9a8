package shop

import (
	"bytes"
	"sync"
)

var pool sync.Pool

type item struct{ n int }

func slice() {
	b, _ := pool.Get().([]byte)
	pool.Put(b[:0]) // want "each Put allocates"
}

func fineBuffer() {
	b := pool.Get().(*bytes.Buffer)
	pool.Put(b)
}

func fineSlicePointer(b *[]byte) {
	pool.Put(b)
}

func fineStruct(i *item) {
	pool.Put(i)
}

func fineMap(m map[string]int) {
	pool.Put(m)
}
