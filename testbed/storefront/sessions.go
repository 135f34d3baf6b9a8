package storefront

import (
	"container/list"
	"crypto/rand"
	"encoding/hex"
	"strconv"
	"sync"
	"time"
)

// Session is what the shop remembers of a visitor.
type Session struct {
	ID      string
	Started time.Time
	Basket  map[string]int
	Visited []string
}

// Sessions keeps the most recent sessions, up to a bound.
type Sessions struct {
	mu     sync.Mutex
	bound  int
	recent *list.List
	byID   map[string]*list.Element
}

// As long as a real one: sessions that grow as the first ones are replaced would be a warm-up.
const typicalLanding = "https://shop.example/browse?from=100000&campaign=0123456789abcdef"

// NewSessions starts full, so that a run does not begin with a warm-up.
func NewSessions(bound int) *Sessions {
	s := &Sessions{bound: bound, recent: list.New(), byID: make(map[string]*list.Element, bound)}
	for range bound {
		s.Start(typicalLanding)
	}
	return s
}

// Start makes a session and drops the oldest beyond the bound.
func (s *Sessions) Start(landing string) *Session {
	session := newSession(landing)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.byID[session.ID] = s.recent.PushFront(session)
	for s.recent.Len() > s.bound {
		oldest := s.recent.Remove(s.recent.Back()).(*Session)
		delete(s.byID, oldest.ID)
	}
	return session
}

func newSession(landing string) *Session {
	var id [16]byte
	rand.Read(id[:])
	session := &Session{ID: hex.EncodeToString(id[:]), Started: time.Now(), Basket: map[string]int{}}
	for i := range 8 {
		session.Visited = append(session.Visited, landing+"?step="+strconv.Itoa(i))
	}
	return session
}

// Add puts a product into the basket of the session, or of a new one if it has gone.
func (s *Sessions) Add(id, sku string, count int) *Session {
	s.mu.Lock()
	element, known := s.byID[id]
	s.mu.Unlock()
	if !known {
		return s.Start("/basket/" + sku)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	session := element.Value.(*Session)
	session.Basket[sku] += count
	return session
}
