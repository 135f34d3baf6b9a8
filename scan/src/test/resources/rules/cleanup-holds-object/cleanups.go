package shop

import (
	"runtime"
	"syscall"
)

type file struct {
	fd   int
	name *string
}

func (f *file) close() {
	syscall.Close(f.fd)
}

func captured(fd int) *file {
	f := &file{fd: fd}
	runtime.AddCleanup(f, func(int) { f.close() }, 0) // want "never collected"
	return f
}

func argument(fd int) *file {
	f := &file{fd: fd}
	runtime.AddCleanup(f, func(g *file) { g.close() }, f) // want "never collected"
	return f
}

func fineDescriptor(fd int) *file {
	f := &file{fd: fd}
	runtime.AddCleanup(f, func(fd int) { syscall.Close(fd) }, f.fd)
	return f
}

func fineNumber(fd int) *file {
	f := &file{fd: fd}
	runtime.AddCleanup(f, func(int) { syscall.Close(fd) }, 0)
	return f
}

func fineOther(fd int, other *file) *file {
	f := &file{fd: fd}
	runtime.AddCleanup(f, func(int) { other.close() }, 0)
	return f
}

func fineFunction(fd int) *file {
	f := &file{fd: fd}
	runtime.AddCleanup(f, closeDescriptor, fd)
	return f
}

func closeDescriptor(fd int) {
	syscall.Close(fd)
}
