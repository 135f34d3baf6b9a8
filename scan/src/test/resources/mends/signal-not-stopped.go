package shop

import (
	"net/http"
	"os"
	"os/signal"
)

func handle(w http.ResponseWriter, r *http.Request) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	select {
	case <-c:
	case <-r.Context().Done():
	}
}

func leavesGoroutine(w http.ResponseWriter, r *http.Request) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt) // left "a function literal has c"
	go func() {
		<-c
		os.Exit(1)
	}()
}
