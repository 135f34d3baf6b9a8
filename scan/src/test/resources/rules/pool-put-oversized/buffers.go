package shop

import (
	"bytes"
	"io"
	"net/http"
	"sync"
)

var pool = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func whole(w http.ResponseWriter, r *http.Request) {
	buf := pool.Get().(*bytes.Buffer)
	buf.Reset()
	buf.ReadFrom(r.Body)
	w.Write(buf.Bytes())
	pool.Put(buf) // want "as large as the largest request"
}

func copied(w http.ResponseWriter, r *http.Request) {
	buf := pool.Get().(*bytes.Buffer)
	buf.Reset()
	defer pool.Put(buf) // want "as large as the largest request"
	io.Copy(buf, r.Body)
}

func fineCapped(w http.ResponseWriter, r *http.Request) {
	buf := pool.Get().(*bytes.Buffer)
	buf.Reset()
	buf.ReadFrom(r.Body)
	if buf.Cap() <= 64<<10 {
		pool.Put(buf)
	}
}

func fineLimited(w http.ResponseWriter, r *http.Request) {
	buf := pool.Get().(*bytes.Buffer)
	buf.Reset()
	buf.ReadFrom(http.MaxBytesReader(w, r.Body, 1<<20))
	pool.Put(buf)
}

func fineOwn(w http.ResponseWriter, r *http.Request) {
	buf := pool.Get().(*bytes.Buffer)
	buf.Reset()
	buf.WriteString("hello")
	pool.Put(buf)
}

func fineNotPooled(w http.ResponseWriter, r *http.Request) {
	var buf bytes.Buffer
	buf.ReadFrom(r.Body)
}
