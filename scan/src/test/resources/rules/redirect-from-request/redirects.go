package shop

import "net/http"

func back(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, r.FormValue("to"), http.StatusFound) // want "chooses the target"
}

func fineOwn(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "/login", http.StatusFound)
}

func fineChecked(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, known[r.FormValue("to")], http.StatusFound)
}

var known = map[string]string{"home": "/"}
