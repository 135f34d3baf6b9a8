package shop

import (
	"bytes"
	"encoding/base64"
	"net/http"
	"strconv"
)

func counted(w http.ResponseWriter, r *http.Request) {
	n, _ := strconv.Atoi(r.FormValue("n"))
	rows := make([]int, n) // want "the request decides how much"
	fill(rows)
}

func grown(w http.ResponseWriter, r *http.Request) {
	var b bytes.Buffer
	b.Grow(int(r.ContentLength)) // want "the request decides how much"
	b.ReadFrom(r.Body)
}

func large(w http.ResponseWriter, r *http.Request) {
	b := make([]byte, 64<<20) // want "more than 10 MB"
	r.Body.Read(b)
}

func fill(rows []int) {}

func fineLimited(w http.ResponseWriter, r *http.Request) {
	n, _ := strconv.Atoi(r.FormValue("n"))
	if n > 1000 {
		n = 1000
	}
	fill(make([]int, n))
}

func fineMin(w http.ResponseWriter, r *http.Request) {
	n, _ := strconv.Atoi(r.FormValue("n"))
	fill(make([]int, min(n, 1000)))
}

func fineLength(w http.ResponseWriter, r *http.Request) {
	fill(make([]int, len(r.FormValue("n"))))
}

func fineConstant(w http.ResponseWriter, r *http.Request) {
	b := make([]byte, 64<<10)
	r.Body.Read(b)
}

func fineChecked(w http.ResponseWriter, r *http.Request) {
	n, _ := strconv.Atoi(r.FormValue("n"))
	if !valid(n) {
		return
	}
	fill(make([]int, n))
}

func valid(n int) bool { return n < 1000 }

func fineStart(n int) {
	fill(make([]int, n))
}

func fineDecoded(w http.ResponseWriter, r *http.Request) {
	token := r.FormValue("token")
	b := make([]byte, base64.StdEncoding.DecodedLen(len(token)))
	base64.StdEncoding.Decode(b, []byte(token))
}

// A size that grows in a loop is followed once around.
func growing(w http.ResponseWriter, r *http.Request) {
	n, _ := strconv.Atoi(r.FormValue("n"))
	for {
		buffer := make([]byte, n) // want "the request decides how much"
		if _, err := r.Body.Read(buffer); err != nil {
			return
		}
		n += 4
	}
}

type cipher struct{ key string }

func (c cipher) NonceSize() int { return 24 }

// How big something is says nothing of the request that it was made from.
func fineSealed(w http.ResponseWriter, r *http.Request) {
	c := cipher{r.FormValue("key")}
	nonce := make([]byte, c.NonceSize())
	w.Write(nonce)
}
