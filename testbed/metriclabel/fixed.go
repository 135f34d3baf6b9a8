package metriclabel

import (
	"strconv"

	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"

	"shop/scenario"
)

// CountPerStatus counts each request under its status, of which there are few.
func CountPerStatus(metrics prometheus.Registerer) gin.HandlerFunc {
	pages := prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "account_pages_total", Help: "Account pages answered.",
	}, []string{"status"})
	metrics.MustRegister(pages)
	return func(c *gin.Context) {
		c.Next()
		pages.WithLabelValues(strconv.Itoa(c.Writer.Status())).Inc()
	}
}

// MountFixed adds the account page.
func MountFixed(env scenario.Env) {
	env.Routes.GET("/account/:user", CountPerStatus(env.Metrics), account)
}
