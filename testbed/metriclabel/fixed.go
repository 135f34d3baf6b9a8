package metriclabel

import (
	"strconv"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"

	"shop/scenario"
)

// MeasurePerStatus observes the time of each request under its status, of which there are few.
func MeasurePerStatus(metrics prometheus.Registerer) gin.HandlerFunc {
	seconds := prometheus.NewSummaryVec(prometheus.SummaryOpts{
		Name: "account_page_seconds", Help: "Time to answer an account page.", Objectives: objectives,
	}, []string{"status"})
	metrics.MustRegister(seconds)
	return func(c *gin.Context) {
		started := time.Now()
		c.Next()
		seconds.WithLabelValues(strconv.Itoa(c.Writer.Status())).Observe(time.Since(started).Seconds())
	}
}

// MountFixed adds the account page.
func MountFixed(env scenario.Env) {
	env.Routes.GET("/account/:user", MeasurePerStatus(env.Metrics), account)
}
