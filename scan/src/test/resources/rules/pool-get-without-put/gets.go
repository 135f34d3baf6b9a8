package shop

import (
	"bytes"
	"errors"
	"sync"
)

var pool = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func forgets(s string) error {
	buf := pool.Get().(*bytes.Buffer) // want "the pool's object is not put back"
	if s == "" {
		return errors.New("empty")
	}
	buf.WriteString(s)
	pool.Put(buf)
	return nil
}

func fineDeferred(s string) error {
	buf := pool.Get().(*bytes.Buffer)
	defer pool.Put(buf)
	if s == "" {
		return errors.New("empty")
	}
	return nil
}

func fineReturned(s string) *bytes.Buffer {
	buf := pool.Get().(*bytes.Buffer)
	if s == "" {
		pool.Put(buf)
		return nil
	}
	return buf
}

func fineNeverPut() {
	buf := pool.Get().(*bytes.Buffer)
	buf.Reset()
}

func fineAsked(s string) error {
	switch buf := pool.Get().(type) {
	case nil:
		return errors.New("none")
	case *bytes.Buffer:
		buf.WriteString(s)
		pool.Put(buf)
	}
	return nil
}
