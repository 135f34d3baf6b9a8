package shop

import (
	"net/http"
	"time"

	"github.com/golang/groupcache/lru"
	"github.com/hashicorp/golang-lru/v2/expirable"
	"github.com/patrickmn/go-cache"
)

var sessions = cache.New(cache.NoExpiration, time.Minute)

var limited = cache.New(5*time.Minute, time.Minute)

type server struct {
	users   *cache.Cache
	orders  *expirable.LRU[string, int]
	pages   *lru.Cache
	emptied *cache.Cache
	sized   *expirable.LRU[string, int]
}

func newServer() *server {
	return &server{
		users:   cache.New(5*time.Minute, 0),
		orders:  expirable.NewLRU[string, int](0, nil, 0),
		pages:   lru.New(0),
		emptied: cache.New(cache.NoExpiration, 0),
		sized:   expirable.NewLRU[string, int](100, nil, 0),
	}
}

func global(w http.ResponseWriter, r *http.Request) {
	sessions.SetDefault(r.FormValue("id"), 1) // want "no bound"
}

func (s *server) field(w http.ResponseWriter, r *http.Request) {
	s.users.Set(r.FormValue("id"), 1, cache.DefaultExpiration) // want "no bound"
}

func (s *server) generic(w http.ResponseWriter, r *http.Request) {
	s.orders.Add(r.FormValue("id"), 1) // want "no bound"
}

func (s *server) group(w http.ResponseWriter, r *http.Request) {
	s.pages.Add(r.FormValue("id"), 1) // want "no bound"
}

func fineLimited(w http.ResponseWriter, r *http.Request) {
	limited.SetDefault(r.FormValue("id"), 1)
}

func fineOwnTime(w http.ResponseWriter, r *http.Request) {
	sessions.Set(r.FormValue("id"), 1, time.Hour)
}

func fineConstantKey(w http.ResponseWriter, r *http.Request) {
	sessions.SetDefault("latest", r.FormValue("id"))
}

func (s *server) fineSized(w http.ResponseWriter, r *http.Request) {
	s.sized.Add(r.FormValue("id"), 1)
}

func (s *server) fineEmptied(w http.ResponseWriter, r *http.Request) {
	s.emptied.SetDefault(r.FormValue("id"), 1)
}

func (s *server) fineFlush() {
	s.emptied.Flush()
}

func fineLookUp(w http.ResponseWriter, r *http.Request) {
	sessions.Get(r.FormValue("id"))
}

func fineOfRequest(w http.ResponseWriter, r *http.Request) {
	own := cache.New(5*time.Minute, time.Minute)
	own.SetDefault(r.FormValue("id"), 1)
}
