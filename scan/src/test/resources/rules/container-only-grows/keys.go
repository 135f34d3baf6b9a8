package shop

import (
	"net/http"
	"reflect"
	"slices"
)

type kind string

const (
	read  kind = "read"
	write kind = "write"
	other kind = "other"
)

type server struct {
	seen    map[string]int
	counts  map[kind]int
	allowed map[string]bool
	byType  map[reflect.Type]int
}

func newServer(allowed map[string]bool) *server {
	return &server{map[string]int{}, map[kind]int{}, allowed, map[reflect.Type]int{}}
}

func (s *server) anything(w http.ResponseWriter, r *http.Request) {
	s.seen[r.FormValue("id")]++ // want "only grows"
}

func (s *server) checkedOfItself(w http.ResponseWriter, r *http.Request) {
	id := r.FormValue("id")
	if _, ok := s.seen[id]; ok {
		return
	}
	s.seen[id] = 1
}

func kindOf(name string) kind {
	switch name {
	case "get", "head":
		return read
	case "put":
		return write
	}
	return other
}

func (s *server) fineOfAFewConstants(w http.ResponseWriter, r *http.Request) {
	s.counts[kindOf(r.FormValue("kind"))]++
}

func (s *server) fineAllowed(w http.ResponseWriter, r *http.Request) {
	id := r.FormValue("id")
	if _, ok := s.allowed[id]; !ok {
		return
	}
	s.seen[id]++
}

func (s *server) fineOneOfAList(w http.ResponseWriter, r *http.Request) {
	id := r.FormValue("id")
	if slices.Contains([]string{"a", "b"}, id) {
		s.seen[id]++
	}
}

func (s *server) fineReplaced(w http.ResponseWriter, r *http.Request) {
	id := r.FormValue("id")
	if !s.allowed[id] {
		id = "other"
	}
	func() {
		s.seen[id]++
	}()
}

func (s *server) fineOfTypes(w http.ResponseWriter, r *http.Request) {
	s.byType[reflect.TypeOf(r.Body)]++
}
