package shop

import (
	"bytes"
	"sync"
)

var pool = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func returned(s string) []byte {
	buf := pool.Get().(*bytes.Buffer)
	defer pool.Put(buf)
	buf.WriteString(s)
	return buf.Bytes() // want "back in its pool"
}

func used(s string) int {
	buf := pool.Get().(*bytes.Buffer)
	buf.WriteString(s)
	pool.Put(buf)
	return buf.Len() // want "back in its pool"
}

func fineCopied(s string) []byte {
	buf := pool.Get().(*bytes.Buffer)
	defer pool.Put(buf)
	buf.WriteString(s)
	return bytes.Clone(buf.Bytes())
}

func fineText(s string) string {
	buf := pool.Get().(*bytes.Buffer)
	buf.WriteString(s)
	text := buf.String()
	pool.Put(buf)
	return text
}

func fineNextTurn(list []string) {
	for _, s := range list {
		buf := pool.Get().(*bytes.Buffer)
		buf.WriteString(s)
		pool.Put(buf)
	}
}

func fineOnOtherPath(s string) *bytes.Buffer {
	buf := pool.Get().(*bytes.Buffer)
	if s == "" {
		pool.Put(buf)
		return nil
	}
	buf.WriteString(s)
	return buf
}

type bytesPool struct{ pool sync.Pool }

func fineConverted(b *bytesPool) string {
	p := b.pool.Get().(*[]byte)
	defer b.pool.Put(p)
	*p = append((*p)[:0], 'x')
	return string(*p)
}
