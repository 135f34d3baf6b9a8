// go 1.20
package shop

import "net/http"

type route struct {
	path string
	body []byte
}

func register(mux *http.ServeMux, routes []route) {
	for _, one := range routes {
		mux.HandleFunc(one.path, func(w http.ResponseWriter, r *http.Request) {
			w.Write(one.body) // want "what the loop leaves in one"
		})
	}
}

func fineCopied(mux *http.ServeMux, routes []route) {
	for _, one := range routes {
		one := one
		mux.HandleFunc(one.path, func(w http.ResponseWriter, r *http.Request) {
			w.Write(one.body)
		})
	}
}

func fineOutside(mux *http.ServeMux, routes []route, body []byte) {
	for _, one := range routes {
		mux.HandleFunc(one.path, func(w http.ResponseWriter, r *http.Request) {
			w.Write(body)
		})
	}
}
