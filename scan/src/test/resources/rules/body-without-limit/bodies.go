package shop

import (
	"encoding/json"
	"io"
	"net/http"
)

func whole(w http.ResponseWriter, r *http.Request) {
	io.ReadAll(r.Body) // want "however long it is"
}

func decoded(w http.ResponseWriter, r *http.Request) {
	var v struct{ Name string }
	json.NewDecoder(r.Body).Decode(&v) // want "however long it is"
}

func form(w http.ResponseWriter, r *http.Request) {
	r.ParseMultipartForm(512 << 20) // want "kept in memory"
}

func fineForm(w http.ResponseWriter, r *http.Request) {
	r.ParseMultipartForm(32 << 20)
}

func fineResponse(w http.ResponseWriter, r *http.Request) {
	resp, err := http.DefaultClient.Do(r)
	if err == nil {
		defer resp.Body.Close()
		io.ReadAll(resp.Body)
	}
}

func fineDiscarded(w http.ResponseWriter, r *http.Request) {
	io.Copy(io.Discard, r.Body)
}

func fineClient(r *http.Request) ([]byte, error) {
	return io.ReadAll(r.Body)
}
