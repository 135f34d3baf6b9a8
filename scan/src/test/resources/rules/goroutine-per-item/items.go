package shop

import (
	"encoding/json"
	"net/http"
	"sync"

	"golang.org/x/sync/errgroup"
)

type order struct{ Items []int }

func fetch(id int) {}

func each(w http.ResponseWriter, r *http.Request) {
	var o order
	json.NewDecoder(r.Body).Decode(&o)
	var group sync.WaitGroup
	for _, id := range o.Items {
		group.Add(1)
		go func() { // want "each item of the request starts a goroutine"
			defer group.Done()
			fetch(id)
		}()
	}
	group.Wait()
}

func fineLimited(w http.ResponseWriter, r *http.Request) {
	var o order
	json.NewDecoder(r.Body).Decode(&o)
	var group errgroup.Group
	group.SetLimit(8)
	for _, id := range o.Items {
		group.Go(func() error {
			fetch(id)
			return nil
		})
	}
	group.Wait()
}

func fineSemaphore(w http.ResponseWriter, r *http.Request) {
	var o order
	json.NewDecoder(r.Body).Decode(&o)
	room := make(chan bool, 8)
	for _, id := range o.Items {
		room <- true
		go func() {
			fetch(id)
			<-room
		}()
	}
}

func fineFew(w http.ResponseWriter, r *http.Request) {
	for _, id := range []int{1, 2, 3} {
		go fetch(id)
	}
}

func found(r *http.Request) []int { return nil }

func fineFound(w http.ResponseWriter, r *http.Request) {
	for _, id := range found(r) {
		go fetch(id)
	}
}
