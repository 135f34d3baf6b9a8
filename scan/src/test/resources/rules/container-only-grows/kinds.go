package shop

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/google/uuid"
)

type node struct {
	id   string
	next *node
}

type hub struct {
	register chan *client
	leave    chan *client
	clients  map[*client]bool
	known    map[*client]bool
	waiting  map[string]chan string
	answered map[string]chan string
	streams  map[chan string]bool
	byID     map[string]int
	times    []time.Time
	recent   []time.Time
	log      bytes.Buffer
	brief    bytes.Buffer
	text     string
	last     string
	history  *node
	newest   *node
	ctx      context.Context
}

type client struct{ name string }

func newHub() *hub {
	return &hub{
		register: make(chan *client),
		leave:    make(chan *client),
		clients:  map[*client]bool{},
		known:    map[*client]bool{},
		waiting:  map[string]chan string{},
		answered: map[string]chan string{},
		streams:  map[chan string]bool{},
		byID:     map[string]int{},
	}
}

func (h *hub) run() {
	for c := range h.register {
		h.clients[c] = true // want "only grows"
	}
}

func (h *hub) fineRun() {
	for {
		select {
		case c := <-h.register:
			h.known[c] = true
		case c := <-h.leave:
			delete(h.known, c)
		}
	}
}

func (h *hub) fineServe(w http.ResponseWriter, r *http.Request) {
	c := &client{name: r.FormValue("name")}
	h.register <- c
	h.leave <- c
}

func (h *hub) stream(w http.ResponseWriter, r *http.Request) {
	h.streams[make(chan string)] = true // want "only grows"
}

func (h *hub) id(w http.ResponseWriter, r *http.Request) {
	h.byID[uuid.NewString()] = 1 // want "only grows"
}

func (h *hub) when(w http.ResponseWriter, r *http.Request) {
	h.times = append(h.times, time.Now()) // want "only grows"
}

func (h *hub) fineRecent(w http.ResponseWriter, r *http.Request) {
	h.recent = append(h.recent, time.Now())
	if len(h.recent) > 10 {
		h.recent = h.recent[1:]
	}
}

func (h *hub) buffer(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(&h.log, r.URL.Path) // want "text log only grows"
}

func (h *hub) fineBuffer(w http.ResponseWriter, r *http.Request) {
	h.brief.WriteString(r.URL.Path)
	if h.brief.Len() > 1<<16 {
		h.brief.Reset()
	}
}

func (h *hub) concatenated(w http.ResponseWriter, r *http.Request) {
	h.text += r.URL.Path // want "text text only grows"
}

func (h *hub) fineLast(w http.ResponseWriter, r *http.Request) {
	h.last = "last: " + r.URL.Path
}

func (h *hub) chained(w http.ResponseWriter, r *http.Request) {
	h.history = &node{id: r.URL.Path, next: h.history} // want "chain history only grows"
}

func (h *hub) fineNewest(w http.ResponseWriter, r *http.Request) {
	h.newest = &node{id: r.URL.Path}
}

func (h *hub) ask(w http.ResponseWriter, r *http.Request) {
	id := r.FormValue("id")
	answer := make(chan string, 1)
	h.waiting[id] = answer // want "not taken out on every path"
	select {
	case <-answer:
		delete(h.waiting, id)
	case <-r.Context().Done():
	}
}

func (h *hub) fineAsk(w http.ResponseWriter, r *http.Request) {
	id := r.FormValue("id")
	answer := make(chan string, 1)
	h.answered[id] = answer
	defer delete(h.answered, id)
	select {
	case <-answer:
	case <-r.Context().Done():
	}
}

type tag struct{}

func (h *hub) tagged(w http.ResponseWriter, r *http.Request) {
	h.ctx = context.WithValue(h.ctx, tag{}, r.URL.Path) // want "chain ctx only grows"
}
