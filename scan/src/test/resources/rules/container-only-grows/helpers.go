package shop

import (
	"net/http"
	"sync"
	"time"

	"github.com/google/uuid"
)

type recorder struct {
	http.ResponseWriter
	code int
}

type audit struct {
	mu       sync.Mutex
	events   []string
	samples  []time.Duration
	ids      map[string]int
	byCode   map[int]int
	window   map[string]int
	since    time.Time
	online   map[string]bool
	unlisted []string
}

func newAudit() *audit {
	return &audit{ids: map[string]int{}, byCode: map[int]int{}, online: map[string]bool{}}
}

// That somebody else looks how many there are bounds nothing.
func (a *audit) fineAt(i int) string {
	if i < 0 || i >= len(a.events) {
		return ""
	}
	return a.events[i]
}

func (a *audit) event(w http.ResponseWriter, r *http.Request) {
	a.events = append(a.events, r.URL.Path) // want "only grows"
}

func (a *audit) sample(d time.Duration) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.samples = append(a.samples, d) // want "only grows"
}

func (a *audit) put(id string) {
	a.ids[id] = 1 // want "only grows"
}

func (a *audit) fineMeasured(w http.ResponseWriter, r *http.Request) {
	begin := time.Now()
	a.put(uuid.NewString())
	recorded := &recorder{ResponseWriter: w}
	a.byCode[recorded.code]++
	a.sample(time.Since(begin))
}

func (a *audit) fineWindow(w http.ResponseWriter, r *http.Request) {
	if a.window == nil || time.Since(a.since) > time.Minute {
		a.window = map[string]int{}
		a.since = time.Now()
	}
	a.window[r.FormValue("id")]++
}

func (a *audit) fineSet(id string, isOn bool) {
	if isOn {
		a.online[id] = true
	} else {
		delete(a.online, id)
	}
}

func (a *audit) fineOnline(w http.ResponseWriter, r *http.Request) {
	a.fineSet(r.FormValue("id"), true)
	defer a.fineSet(r.FormValue("id"), false)
}

func (a *audit) list(filters []string) {
	if len(filters) == 0 {
		for _, name := range []string{"a", "b"} {
			a.unlisted = append(a.unlisted, name)
		}
	}
}

func (a *audit) fineListed(w http.ResponseWriter, r *http.Request) { a.list(nil) }

type coupon struct{ code string }

type coupons struct{ used map[string]int }

func newCoupons() *coupons { return &coupons{map[string]int{}} }

// A text that is called a code is not one of a few.
func (c *coupons) use(w http.ResponseWriter, r *http.Request) {
	one := coupon{code: r.FormValue("code")}
	c.used[one.code]++ // want "only grows"
}

func (c *coupons) fineCount(w http.ResponseWriter, r *http.Request) {
	println(len(c.used))
}

func (c *coupons) fineLook(w http.ResponseWriter, r *http.Request) {
	println(c.used[r.FormValue("code")])
}
