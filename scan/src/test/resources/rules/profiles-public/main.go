package shop

import (
	"net/http"
	"net/http/pprof"
)

func public() error {
	return http.ListenAndServe(":8080", nil) // want "the default mux serves net/http/pprof"
}

func beside(orders http.HandlerFunc) *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", orders)
	mux.HandleFunc("/debug/pprof/", pprof.Index) // want "beside the service's own paths"
	return mux
}

func fineLocal() error {
	return http.ListenAndServe("localhost:6060", nil)
}

func fineLoopback() error {
	return http.ListenAndServe("127.0.0.1:6060", http.DefaultServeMux)
}

func fineOwnMux(mux *http.ServeMux) error {
	return http.ListenAndServe(":8080", mux)
}

func fineOperations(metrics http.Handler) *http.ServeMux {
	mux := http.NewServeMux()
	mux.Handle("/metrics", metrics)
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	return mux
}
