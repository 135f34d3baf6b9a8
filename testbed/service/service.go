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
	engine.GET("/metrics", gin.WrapH(promhttp.HandlerFor(metrics, promhttp.HandlerOpts{})))
	registerProfiles(engine.Group("/debug/pprof"))
	engine.GET("/healthz", func(c *gin.Context) { c.Status(http.StatusNoContent) })

	routes := engine.Group("/", countRequests(metrics))
	storefront.New(lifetime).Register(routes)
	if mount != nil {
		mount(scenario.Env{Routes: routes, Lifetime: lifetime, Upstream: upstream, Metrics: metrics})
	}
	return engine
}

func newMetrics() *prometheus.Registry {
	metrics := prometheus.NewRegistry()
	metrics.MustRegister(
		collectors.NewGoCollector(collectors.WithGoCollectorRuntimeMetrics(collectors.MetricsAll)),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
	)
	return metrics
}

func registerProfiles(r gin.IRouter) {
	r.GET("/", gin.WrapF(pprof.Index))
	r.GET("/cmdline", gin.WrapF(pprof.Cmdline))
	r.GET("/profile", gin.WrapF(pprof.Profile))
	r.GET("/symbol", gin.WrapF(pprof.Symbol))
	r.GET("/trace", gin.WrapF(pprof.Trace))
	for _, name := range []string{"heap", "allocs", "goroutine", "goroutineleak", "block", "mutex", "threadcreate"} {
		r.GET("/"+name, gin.WrapH(pprof.Handler(name)))
	}
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
