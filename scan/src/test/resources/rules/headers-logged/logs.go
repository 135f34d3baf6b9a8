package shop

import (
	"log"
	"net/http"
)

func all(w http.ResponseWriter, r *http.Request) {
	log.Printf("request %v", r.Header) // want "authorization and cookies"
}

func fineOne(w http.ResponseWriter, r *http.Request) {
	log.Printf("request %v", r.Header.Get("Accept"))
}

func fineCount(w http.ResponseWriter, r *http.Request) {
	log.Print(len(r.Header))
}
