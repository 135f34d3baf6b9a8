package shop

import (
	"errors"
	"sync"
)

var errClosed = errors.New("closed")

type store struct {
	mu     sync.Mutex
	rw     sync.RWMutex
	other  sync.Mutex
	closed bool
	items  map[string]int
}

func (s *store) earlyReturn(key string) error {
	s.mu.Lock() // want "still held on the path that leaves the function at line 21"
	if s.closed {
		return errClosed
	}
	s.items[key]++
	s.mu.Unlock()
	return nil
}

func (s *store) inSwitch(key string) int {
	s.rw.RLock() // want "still held"
	switch key {
	case "":
		return 0
	case "a":
		s.rw.RUnlock()
		return 1
	}
	n := s.items[key]
	s.rw.RUnlock()
	return n
}

func (s *store) fineDeferred(key string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return errClosed
	}
	return nil
}

func (s *store) fineOnEachPath(key string) error {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return errClosed
	}
	s.mu.Unlock()
	return nil
}

func (s *store) fineDeferredLiteral() error {
	s.mu.Lock()
	defer func() {
		s.closed = true
		s.mu.Unlock()
	}()
	if s.closed {
		return errClosed
	}
	return nil
}

func (s *store) fineNeverUnlocks() {
	s.other.Lock()
}

type queue struct {
	mu     sync.Mutex
	closed bool
}

func (s *queue) fineByHelper() error {
	s.mu.Lock()
	if s.closed {
		return s.end()
	}
	s.mu.Unlock()
	return nil
}

func (s *queue) end() error {
	s.mu.Unlock()
	return errClosed
}

func fineFlag(mu *sync.Mutex, wanted bool, n int) int {
	locked := false
	if wanted && n > 1 {
		mu.Lock()
		locked = true
	}
	n++
	if locked {
		mu.Unlock()
	}
	return n
}

func fineSameCondition(mu *sync.Mutex, wanted bool) int {
	if wanted {
		mu.Lock()
	}
	n := 1
	if wanted {
		mu.Unlock()
	}
	return n
}

func (s *store) lockOpen() error {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return errClosed
	}
	return nil
}

func fineReturnsUnlock(mu *sync.Mutex, closed bool) func() {
	mu.Lock()
	if closed {
		mu.Unlock()
		return nil
	}
	return mu.Unlock
}

func finePanics(mu *sync.Mutex, closed bool) {
	mu.Lock()
	if closed {
		panic("closed")
	}
	mu.Unlock()
}

func fineHandsOverTheLock(s *store) (err error, lock *sync.Mutex) {
	s.mu.Lock()
	if s.closed {
		lock = &s.mu
		return
	}
	s.mu.Unlock()
	return errClosed, nil
}
