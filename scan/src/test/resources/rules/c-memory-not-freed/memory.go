package shop

/*
#include <stdlib.h>
int lookup(char *name);
void set_name(char *name);
*/
import "C"

import (
	"errors"
	"unsafe"
)

func never(name string) int {
	n := C.CString(name) // want "C.CString is not freed on the path"
	return int(C.lookup(n))
}

func onOnePath(size int) error {
	p := C.malloc(C.size_t(size)) // want "C.malloc is not freed"
	if size > 10 {
		return errors.New("too large")
	}
	C.free(p)
	return nil
}

func fineDeferred(name string) int {
	n := C.CString(name)
	defer C.free(unsafe.Pointer(n))
	return int(C.lookup(n))
}

func fineHandedOver(name string) {
	C.set_name(C.CString(name))
}

func fineReturned(name string) *C.char {
	return C.CString(name)
}

func fineNil(size int) error {
	p := C.malloc(C.size_t(size))
	if p == nil {
		return errors.New("no memory")
	}
	defer C.free(p)
	return nil
}

type named struct{ name *C.char }

func fineStored(n *named, name string) {
	n.name = C.CString(name)
}

func fineInLiteral(name string) int {
	n := C.CString(name)
	defer func() {
		C.free(unsafe.Pointer(n))
	}()
	return int(C.lookup(n))
}
