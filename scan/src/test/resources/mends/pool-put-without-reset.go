package shop

import (
	"bytes"
	"io"
	"sync"
)

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func write(w io.Writer, text string) {
	b := buffers.Get().(*bytes.Buffer)
	b.WriteString(text)
	w.Write(b.Bytes())
	// No longer needed.
	buffers.Put(b)
}

type batch struct{ events []string }

var batches = sync.Pool{New: func() any { return new(batch) }}

func leavesOwnType(event string) {
	b := batches.Get().(*batch)
	b.events = append(b.events, event)
	batches.Put(b) // left "no buffer that is known to have a Reset"
}

func leavesDeferred(w io.Writer, text string) {
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b) // left "the call is a part of another statement"
	b.WriteString(text)
	w.Write(b.Bytes())
}
