package shop

import (
	"bytes"
	"io"
	"log"
	"net/http"
)

func logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		data, _ := io.ReadAll(r.Body)
		log.Print(len(data))
		next.ServeHTTP(w, r) // want "body read already"
	})
}

func fineRestored(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		data, _ := io.ReadAll(r.Body)
		r.Body = io.NopCloser(bytes.NewReader(data))
		next.ServeHTTP(w, r)
	})
}

func fineOnOtherPath(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/log" {
			data, _ := io.ReadAll(r.Body)
			log.Print(len(data))
			return
		}
		next.ServeHTTP(w, r)
	})
}

func fineHandler(w http.ResponseWriter, r *http.Request) {
	io.ReadAll(r.Body)
}
