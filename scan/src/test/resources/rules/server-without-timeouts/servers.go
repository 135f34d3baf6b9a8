package shop

import (
	"net"
	"net/http"
	"time"
)

func function(mux http.Handler) error {
	return http.ListenAndServe(":8080", mux) // want "http.ListenAndServe has no timeouts"
}

func server(mux http.Handler) error {
	s := &http.Server{Addr: ":8080", Handler: mux} // want "as long as a client likes"
	return s.ListenAndServe()
}

func fineHeader(mux http.Handler) error {
	s := &http.Server{Addr: ":8080", Handler: mux, ReadHeaderTimeout: time.Second}
	return s.ListenAndServe()
}

func fineRead(mux http.Handler, l net.Listener) error {
	s := http.Server{Handler: mux}
	s.ReadTimeout = time.Minute
	return s.Serve(l)
}

func fineConfigured(mux http.Handler) error {
	s := &http.Server{Handler: mux}
	configure(s)
	return s.ListenAndServe()
}

func configure(s *http.Server) {
	s.ReadTimeout = time.Minute
}

func fineReturned(mux http.Handler) *http.Server {
	return &http.Server{Handler: mux}
}
