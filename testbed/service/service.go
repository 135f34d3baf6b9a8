// Package service puts the storefront, one scenario, the profiles and the metrics behind one server.
package service

import (
	"context"
	"net/http"
	"net/http/pprof"
	"strconv"

	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"shop/scenario"
	"shop/storefront"
)

// New returns the handler of the whole shop, with mount's routes beside the storefront's.
func New(lifetime context.Context, upstream string, mount scenario.Mount) http.Handler {
	gin.SetMode(gin.ReleaseMode)
	metrics := newMetrics()
	engine := gin.New()
	engine.Use(gin.Recovery())
	engine.GET("/healthz", func(c *gin.Context) { c.Status(http.StatusNoContent) })

	routes := engine.Group("/", countRequests(metrics))
	storefront.New(lifetime).Register(routes)
	if mount != nil {
		mount(scenario.Env{Routes: routes, Lifetime: lifetime, Upstream: upstream, Metrics: metrics})
	}
	return withDiagnostics(engine, metrics)
}

// withDiagnostics answers profiles and metrics beside the shop, past its middleware, so that reading them
// neither counts as requests nor allocates in the shop's name.
func withDiagnostics(shop http.Handler, metrics *prometheus.Registry) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/", shop)
	mux.Handle("/metrics", promhttp.HandlerFor(metrics, promhttp.HandlerOpts{}))
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	mux.HandleFunc("/debug/pprof/cmdline", pprof.Cmdline)
	mux.HandleFunc("/debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("/debug/pprof/symbol", pprof.Symbol)
	mux.HandleFunc("/debug/pprof/trace", pprof.Trace)
	return mux
}

func newMetrics() *prometheus.Registry {
	metrics := prometheus.NewRegistry()
	metrics.MustRegister(
		collectors.NewGoCollector(collectors.WithGoCollectorRuntimeMetrics(collectors.MetricsAll)),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
	)
	return metrics
}

func countRequests(metrics prometheus.Registerer) gin.HandlerFunc {
	requests := prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "http_requests_total", Help: "Requests answered, by route and status.",
	}, []string{"method", "route", "code"})
	metrics.MustRegister(requests)
	return func(c *gin.Context) {
		c.Next()
		requests.WithLabelValues(c.Request.Method, c.FullPath(), strconv.Itoa(c.Writer.Status())).Inc()
	}
}
