package shop

import "net/http"

func page(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8") // want "no X-Content-Type-Options and no Content-Security-Policy"
	w.Write([]byte("<p>hello"))
}

func fineJSON(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
}

func fineRequest(r *http.Request) {
	r.Header.Set("Content-Type", "text/html")
}
