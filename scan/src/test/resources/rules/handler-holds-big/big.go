package shop

import (
	"fmt"
	"net/http"
	"os"
)

func table(mux *http.ServeMux) {
	table := make([]int64, 4<<20)
	mux.HandleFunc("/table", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, table[3]) // want "table, which is 32 MB"
	})
}

func length(mux *http.ServeMux) error {
	data, err := os.ReadFile("dictionary")
	if err != nil {
		return err
	}
	mux.HandleFunc("/size", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, len(data)) // want "for its length"
	})
	return nil
}

func fineSmall(mux *http.ServeMux) {
	table := make([]byte, 4<<10)
	mux.HandleFunc("/small", func(w http.ResponseWriter, r *http.Request) {
		w.Write(table)
	})
}

func fineLength(mux *http.ServeMux) {
	data, _ := os.ReadFile("dictionary")
	size := len(data)
	mux.HandleFunc("/length", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, size)
	})
}

func fineServed(mux *http.ServeMux) {
	data, _ := os.ReadFile("page.html")
	mux.HandleFunc("/page", func(w http.ResponseWriter, r *http.Request) {
		w.Write(data)
	})
}

func fineOwn(w http.ResponseWriter, r *http.Request) {
	table := make([]byte, 64<<10)
	w.Write(table)
}
