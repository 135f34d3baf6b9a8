package loadgen

import (
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Route is one kind of request and how often it is made.
type Route struct {
	Method    string // GET if empty
	Path      string // {user} {order}: never seen before; {sku} {word} {page}: from a bounded set; {hot:N}: one of N
	Rate      float64
	Header    map[string]string
	Body      string // with the same placeholders
	BodyBytes int    // random bytes instead of Body
	Shaped    bool   // follows the pattern; other routes stay steady
	From      time.Duration
	Until     time.Duration // zero: to the end
	Once      bool          // one single request at From
}

// Background is the ordinary traffic that every recording has, about 23 requests a second.
var Background = []Route{
	{Path: "/products?page={page}", Rate: 9},
	{Path: "/product/{sku}", Rate: 2},
	{Path: "/product/{sku}/similar", Rate: 3},
	{Path: "/search?q={word}+{word}", Rate: 4},
	{Path: "/sessions", Method: http.MethodPost, Rate: 2.5},
	{Path: "/basket", Method: http.MethodPost, Rate: 2,
		Body: `{"session":"","items":[{"sku":"{sku}","count":2},{"sku":"{sku}","count":1}]}`},
	{Path: "/feed.xml", Rate: 0.4},
	{Path: "/export.csv", Rate: 0.2},
	{Path: "/sitemap.gz", Rate: 0.15},
}

func (r Route) isActive(t time.Duration) bool {
	return t >= r.From && (r.Until == 0 || t < r.Until)
}

var searched = strings.Fields("harbour oak linen brass wool kettle lamp mirror garden nordic vintage glass steel canvas")

// request fills in the placeholders; n is the number of the request in this run.
func (r Route) request(base string, n int, rnd *rand.Rand) (*http.Request, error) {
	method := r.Method
	if method == "" {
		method = http.MethodGet
	}
	fill := func(s string) string { return fill(s, n, rnd) }
	request, err := http.NewRequest(method, base+fill(r.Path), r.body(fill, rnd))
	if err != nil {
		return nil, err
	}
	request.Header.Set("User-Agent", fmt.Sprintf("Mozilla/5.0 (X11; Linux x86_64; rv:140.%d) Gecko/20100101 Firefox/140.%d", n, n%9))
	request.Header.Set("Accept", "text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8")
	request.Header.Set("Accept-Language", "en-GB,en;q=0.7,de;q=0.3")
	request.Header.Set("X-Request-ID", fmt.Sprintf("%08x-%08x", n, rnd.Uint32()))
	request.Header.Set("X-User-ID", "u-"+strconv.Itoa(100_000+n))
	request.Header.Set("Referer", fmt.Sprintf("https://shop.example/browse?from=%d&campaign=%x", n, rnd.Uint64()))
	request.Header.Set("Cookie", fmt.Sprintf("sid=%032x; consent=all; ab=%x.%x", rnd.Uint64(), rnd.Uint64(), rnd.Uint64()))
	for name, value := range r.Header {
		request.Header.Set(name, fill(value))
	}
	return request, nil
}

func (r Route) body(fill func(string) string, rnd *rand.Rand) io.Reader {
	if r.BodyBytes > 0 {
		b := make([]byte, r.BodyBytes)
		for i := range b {
			b[i] = byte(' ' + rnd.IntN(90))
		}
		return strings.NewReader(string(b))
	}
	if r.Body != "" {
		return strings.NewReader(fill(r.Body))
	}
	return nil
}

// fill replaces each placeholder; text without a closing brace or of unknown name is left as it is.
func fill(s string, n int, rnd *rand.Rand) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, after, closed := strings.Cut(rest, "}")
		value, known := placeholder(name, n, rnd)
		if !closed || !known {
			b.WriteByte('{')
			s = rest
			continue
		}
		b.WriteString(value)
		s = after
	}
}

func placeholder(name string, n int, rnd *rand.Rand) (string, bool) {
	switch name {
	case "user":
		return "u-" + strconv.Itoa(100_000+n), true
	case "order":
		return "o-" + strconv.Itoa(700_000+n), true
	case "sku":
		return fmt.Sprintf("SKU-%05d", rnd.IntN(1500)), true
	case "word":
		return searched[rnd.IntN(len(searched))], true
	case "page":
		return strconv.Itoa(rnd.IntN(80)), true
	}
	if bound, err := strconv.Atoi(strings.TrimPrefix(name, "hot:")); err == nil && bound > 0 {
		return strconv.Itoa(rnd.IntN(bound)), true
	}
	return "", false
}

// Join returns the routes of both lists.
func Join(a, b []Route) []Route {
	return slices.Concat(a, b)
}

// Scale returns the routes with every rate multiplied.
func Scale(routes []Route, factor float64) []Route {
	scaled := slices.Clone(routes)
	for i := range scaled {
		scaled[i].Rate *= factor
	}
	return scaled
}
