package shop

import (
	"html/template"
	"net/http"
	"regexp"
	"sync"
)

func expression(w http.ResponseWriter, r *http.Request) {
	digits := regexp.MustCompile(`\d+`) // want "regexp.MustCompile is given the same text"
	digits.MatchString(r.URL.Path)
}

func page(w http.ResponseWriter, r *http.Request) {
	t, err := template.New("page").Parse("<p>{{.}}</p>") // want "template.Template.Parse"
	if err == nil {
		t.Execute(w, r.URL.Path)
	}
}

var words = regexp.MustCompile(`\w+`)

func fineOnce(w http.ResponseWriter, r *http.Request) {
	words.MatchString(r.URL.Path)
}

func fineOther(w http.ResponseWriter, r *http.Request) {
	regexp.Compile(r.FormValue("filter"))
}

func fineStart() *regexp.Regexp {
	return regexp.MustCompile(`\d+`)
}

var (
	once  sync.Once
	lazy  *regexp.Regexp
	later *regexp.Regexp
)

func fineLazily(w http.ResponseWriter, r *http.Request) {
	once.Do(func() { lazy = regexp.MustCompile(`\d+`) })
	if later == nil {
		later = regexp.MustCompile(`\w+`)
	}
}
