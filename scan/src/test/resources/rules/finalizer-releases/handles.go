package shop

import (
	"os"
	"runtime"
)

type handle struct{ file *os.File }

func open(file *os.File) *handle {
	h := &handle{file}
	runtime.SetFinalizer(h, func(h *handle) { h.file.Close() }) // want "by nothing else"
	return h
}

type closer struct{ file *os.File }

func (c *closer) Close() error { return c.file.Close() }

func fineNet(file *os.File) *closer {
	c := &closer{file}
	runtime.SetFinalizer(c, func(c *closer) { c.Close() })
	return c
}

func fineCounted(h *handle, n *int) {
	runtime.SetFinalizer(h, func(h *handle) { *n++ })
}
