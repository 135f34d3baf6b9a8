package shop

import "net/http"

func client(r *http.Request) string {
	return r.Header.Get("X-Forwarded-For") // want "every client can set"
}

func fineFromProxy(r *http.Request) string {
	if r.RemoteAddr == "10.0.0.1:443" {
		return r.Header.Get("X-Forwarded-For")
	}
	return r.RemoteAddr
}

func fineOther(r *http.Request) string {
	return r.Header.Get("Accept")
}
