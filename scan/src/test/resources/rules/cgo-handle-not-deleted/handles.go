package shop

/*
#include <stdint.h>
void call(uintptr_t h);
*/
import "C"

import "runtime/cgo"

func start(f func()) {
	C.call(C.uintptr_t(cgo.NewHandle(f))) // want "nothing in the package deletes one"
}

func fineReturned(f func()) cgo.Handle {
	return cgo.NewHandle(f)
}

func init() {
	C.call(C.uintptr_t(cgo.NewHandle(1)))
}

func fineNone(h cgo.Handle) {
	h.Value().(func())()
}
