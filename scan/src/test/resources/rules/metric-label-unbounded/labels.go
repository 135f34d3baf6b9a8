package shop

import (
	"net/http"
	"strconv"

	"github.com/prometheus/client_golang/prometheus"
)

var requests = prometheus.NewCounterVec(prometheus.CounterOpts{Name: "requests_total"}, []string{"path"})

func byPath(w http.ResponseWriter, r *http.Request) {
	requests.WithLabelValues(r.URL.Path).Inc() // want "each new value of the label is a series"
}

func byUser(w http.ResponseWriter, r *http.Request) {
	requests.With(prometheus.Labels{"user": r.Header.Get("X-User")}).Inc() // want "each new value of the label is a series"
}

func byError(err error) {
	requests.WithLabelValues(err.Error()).Inc() // want "each new value of the label is a series"
}

func fineByPattern(w http.ResponseWriter, r *http.Request) {
	requests.WithLabelValues(r.Pattern).Inc()
}

func fineByMethod(w http.ResponseWriter, r *http.Request) {
	requests.WithLabelValues(r.Method).Inc()
}

func fineByStatus(w http.ResponseWriter, status int) {
	requests.WithLabelValues(strconv.Itoa(status)).Inc()
}

func fineByName(name string) {
	requests.WithLabelValues(name).Inc()
}

// Series that are taken away again are no leak, wherever that is done.
type tenants struct {
	samples *prometheus.CounterVec
	open    *prometheus.GaugeVec
}

func (t *tenants) fineCounted(w http.ResponseWriter, r *http.Request) {
	t.samples.WithLabelValues(r.FormValue("tenant")).Inc()
}

func (t *tenants) fineOpened(w http.ResponseWriter, r *http.Request) {
	t.open.WithLabelValues(r.FormValue("tenant")).Inc()
}

func (t *tenants) forget(tenant string) {
	t.samples.DeleteLabelValues(tenant)
	deleteMatching(t.open, tenant)
}

func deleteMatching(v *prometheus.GaugeVec, tenant string) {
	v.DeletePartialMatch(prometheus.Labels{"tenant": tenant})
}
