package shop

import (
	"errors"
	"net/http"
	"strconv"
	"strings"
)

type status string

func (s status) Valid() bool {
	switch s {
	case "a", "b":
		return true
	}
	return false
}

type counts struct {
	anyOne map[string]int
	byText map[string]int
	brief  map[string]int
	byKind map[status]int
	byNum  map[int]int
	full   map[string]int
}

func newCounts() *counts {
	return &counts{map[string]int{}, map[string]int{}, map[string]int{}, map[status]int{}, map[int]int{}, map[string]int{}}
}

func (c *counts) any(w http.ResponseWriter, r *http.Request) {
	c.anyOne[r.FormValue("id")]++ // want "only grows"
}

func (c *counts) fineSwitchReturn(w http.ResponseWriter, r *http.Request) {
	s := r.FormValue("s")
	switch s {
	case "a", "b":
	default:
		return
	}
	c.byText[s]++
}

func (c *counts) fineSwitch(w http.ResponseWriter, r *http.Request) {
	switch s := r.FormValue("s"); s {
	case "a", "b":
		c.byText[s]++
	}
}

func (c *counts) fineOther(w http.ResponseWriter, r *http.Request) {
	s := r.FormValue("s")
	switch s {
	case "a", "b":
	default:
		s = "other"
	}
	c.byText[s]++
}

func (c *counts) fineOr(w http.ResponseWriter, r *http.Request) {
	if s := r.FormValue("s"); s == "a" || s == "b" {
		c.byText[s]++
	}
}

func (c *counts) fineAnd(w http.ResponseWriter, r *http.Request) {
	s := r.FormValue("s")
	if s != "a" && s != "b" {
		return
	}
	c.byText[s]++
}

func valid(s string) bool { return s == "a" || s == "b" }

func (c *counts) fineHelper(w http.ResponseWriter, r *http.Request) {
	s := r.FormValue("s")
	if !valid(s) {
		http.Error(w, "no", 400)
		return
	}
	c.byText[s]++
}

var known = map[string]bool{"a": true}

var errUnknown = errors.New("unknown")

func check(s string) error {
	if !known[s] {
		return errUnknown
	}
	return nil
}

func (c *counts) fineError(w http.ResponseWriter, r *http.Request) {
	s := r.FormValue("s")
	if err := check(s); err != nil {
		return
	}
	c.byText[s]++
}

func (c *counts) fineMethod(w http.ResponseWriter, r *http.Request) {
	s := status(r.FormValue("s"))
	if !s.Valid() {
		return
	}
	c.byKind[s]++
}

func (c *counts) fineRange(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.FormValue("n"))
	if err != nil || n < 0 || n > 9 {
		return
	}
	c.byNum[n]++
	c.byText[strconv.Itoa(n)]++
}

func (c *counts) fineModulo(w http.ResponseWriter, r *http.Request) {
	n, _ := strconv.Atoi(r.FormValue("n"))
	c.byNum[n%16]++
}

func normalized(s string) string {
	if s == "a" {
		return s
	}
	return "other"
}

func (c *counts) fineNormalized(w http.ResponseWriter, r *http.Request) {
	c.byText[normalized(r.FormValue("s"))]++
}

func (c *counts) fineLower(w http.ResponseWriter, r *http.Request) {
	s := strings.ToLower(r.FormValue("s"))
	if valid(s) {
		c.byText[s]++
	}
}

func (c *counts) hasRoom() bool { return len(c.full) < 100 }

func (c *counts) fineRoom(w http.ResponseWriter, r *http.Request) {
	if !c.hasRoom() {
		return
	}
	c.full[r.FormValue("id")]++
}

func isShort(s string) bool { return len(s) < 10 }

// Whatever is short is not few.
func (c *counts) short(w http.ResponseWriter, r *http.Request) {
	s := r.FormValue("s")
	if !isShort(s) {
		return
	}
	c.brief[s]++ // want "only grows"
}
