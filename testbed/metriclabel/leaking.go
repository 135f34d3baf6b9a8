// Package metriclabel counts customers' account pages.
package metriclabel

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"

	"shop/scenario"
)

// CountPerUser counts each request under its user.
func CountPerUser(metrics prometheus.Registerer) gin.HandlerFunc {
	pages := prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "account_pages_total", Help: "Account pages answered.",
	}, []string{"user"})
	metrics.MustRegister(pages)
	return func(c *gin.Context) {
		c.Next()
		// Leaks: a series per user is kept for as long as the process lives.
		pages.WithLabelValues(c.Param("user")).Inc()
	}
}

// MountLeaking adds the account page.
func MountLeaking(env scenario.Env) {
	env.Routes.GET("/account/:user", CountPerUser(env.Metrics), account)
}

func account(c *gin.Context) {
	c.JSON(http.StatusOK, gin.H{"user": c.Param("user"), "orders": []string{}})
}
