package shop

import (
	"net/http"
	"sync"

	"github.com/prometheus/client_golang/prometheus"
)

var registry = prometheus.NewRegistry()

func tenant(w http.ResponseWriter, r *http.Request) {
	c := prometheus.NewCounter(prometheus.CounterOpts{
		Name:        "hits",
		ConstLabels: prometheus.Labels{"tenant": r.Header.Get("X-Tenant")},
	})
	registry.MustRegister(c) // want "registers one more"
}

func fineConstant(w http.ResponseWriter, r *http.Request) {
	c := prometheus.NewCounter(prometheus.CounterOpts{Name: "hits"})
	if err := registry.Register(c); err != nil {
		http.Error(w, err.Error(), 500)
	}
}

var once sync.Once

func fineStart() {
	registry.MustRegister(prometheus.NewCounter(prometheus.CounterOpts{Name: "starts"}))
}
