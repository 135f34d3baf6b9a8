package recorder

import (
	"encoding/json"
	"net"
	"net/http"
	"strings"
	"time"
)

// StartUpstream serves the warehouse that the shop asks, on loopback, and returns its base URL and how to end it.
func StartUpstream() (base string, end func() error, err error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /stock/{sku}", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		json.NewEncoder(w).Encode(map[string]any{"sku": r.PathValue("sku"), "count": 12, "shelves": strings.Repeat("A7 ", 400)})
	})
	server := &http.Server{Handler: mux, ReadHeaderTimeout: 10 * time.Second}
	go server.Serve(listener)
	return "http://" + listener.Addr().String(), server.Close, nil
}
