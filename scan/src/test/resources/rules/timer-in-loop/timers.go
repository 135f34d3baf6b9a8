package shop

// go 1.20

import (
	"net/http"
	"time"
)

func drain(messages chan int) {
	for {
		select {
		case <-messages:
		case <-time.After(time.Minute): // want "each turn of the loop starts a timer"
			return
		}
	}
}

func tick(w http.ResponseWriter, r *http.Request) {
	for range time.Tick(time.Second) { // want "never stopped"
		if r.Context().Err() != nil {
			return
		}
	}
}

func fineOnce(messages chan int) {
	select {
	case <-messages:
	case <-time.After(time.Minute):
	}
}

func fineReset(messages chan int) {
	t := time.NewTimer(time.Minute)
	defer t.Stop()
	for {
		t.Reset(time.Minute)
		select {
		case <-messages:
		case <-t.C:
			return
		}
	}
}

func fineForEver() {
	for range time.Tick(time.Second) {
	}
}

func fineReturns(messages chan int) int {
	for {
		if len(messages) == 0 {
			<-time.After(time.Second)
			return 0
		}
	}
}

func fineFires(stop chan bool, work func()) {
	for {
		select {
		case <-time.After(time.Minute):
			work()
		case <-stop:
			return
		}
	}
}

type reporter struct {
	closed chan struct{}
	again  chan struct{}
}

func (r *reporter) close() { close(r.closed) }

func (r *reporter) ask() { r.again <- struct{}{} }

func (r *reporter) fineWaits(report func() error) {
	for {
		if report() != nil {
			return
		}
		select {
		case <-time.After(time.Minute):
		case <-r.closed:
		}
	}
}

func (r *reporter) asked(report func() error) {
	for {
		if report() != nil {
			return
		}
		select {
		case <-time.After(time.Minute): // want "each turn of the loop starts a timer"
		case <-r.again:
		}
	}
}

func fineFew(messages chan int) {
	got := make([]int, 2)
	for i := 0; i < 2; i++ {
		select {
		case got[i] = <-messages:
		case <-time.After(time.Minute):
			return
		}
	}
}
