package shop

import (
	"net/http"
	"os"
	"os/signal"
)

func watch(w http.ResponseWriter, r *http.Request) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt) // want "nobody calls signal.Stop"
	select {
	case <-c:
	case <-r.Context().Done():
	}
}

func inLoop(work func()) {
	for {
		c := make(chan os.Signal, 1)
		signal.Notify(c, os.Interrupt) // want "nobody calls signal.Stop"
		work()
		if len(c) > 0 {
			return
		}
	}
}

func fineStopped(w http.ResponseWriter, r *http.Request) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	defer signal.Stop(c)
	<-c
}

func fineStoppedInLiteral(w http.ResponseWriter, r *http.Request) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	defer func() {
		signal.Stop(c)
	}()
	<-c
}

func fineAtStart() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	<-c
}

func fineHandedOn(w http.ResponseWriter, r *http.Request) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	await(c)
}

func await(c chan os.Signal) {
	<-c
	signal.Stop(c)
}
