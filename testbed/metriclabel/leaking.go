// Package metriclabel measures how long customers' account pages take.
package metriclabel

import (
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"

	"shop/scenario"
)

var buckets = []float64{.005, .025, .1, .5, 2}

// MeasurePerUser observes the time of each request.
func MeasurePerUser(metrics prometheus.Registerer) gin.HandlerFunc {
	seconds := prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name: "account_page_seconds", Help: "Time to answer an account page.", Buckets: buckets,
	}, []string{"user"})
	metrics.MustRegister(seconds)
	return func(c *gin.Context) {
		started := time.Now()
		c.Next()
		// Leaks: a series per user is kept for as long as the process lives.
		seconds.WithLabelValues(c.Param("user")).Observe(time.Since(started).Seconds())
	}
}

// MountLeaking adds the account page.
func MountLeaking(env scenario.Env) {
	env.Routes.GET("/account/:user", MeasurePerUser(env.Metrics), account)
}

func account(c *gin.Context) {
	c.JSON(http.StatusOK, gin.H{"user": c.Param("user"), "orders": []string{}})
}
