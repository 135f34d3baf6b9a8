// Package metriclabel measures how long customers' account pages take.
package metriclabel

import (
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"

	"shop/scenario"
)

var objectives = map[float64]float64{0.5: 0.05, 0.99: 0.001}

// MeasurePerUser observes the time of each request.
func MeasurePerUser(metrics prometheus.Registerer) gin.HandlerFunc {
	seconds := prometheus.NewSummaryVec(prometheus.SummaryOpts{
		Name: "account_page_seconds", Help: "Time to answer an account page.", Objectives: objectives,
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
