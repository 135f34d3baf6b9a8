package shop

/*
#include <stdint.h>
void call(uintptr_t h);
*/
import "C"

import "runtime/cgo"

func fineStart(f func()) {
	C.call(C.uintptr_t(cgo.NewHandle(f)))
}

func fineDone(h C.uintptr_t) {
	cgo.Handle(h).Delete()
}
