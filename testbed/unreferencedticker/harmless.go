// Package unreferencedticker leaves tickers unstopped, which Go 1.23 and later collect all the same.
package unreferencedticker

import (
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

const slowAfter = 10 * time.Minute

// Ask returns how many of n carriers answered in time; the tickers are dropped, not stopped.
func Ask(n int) int {
	answered := 0
	for range n {
		slow := time.NewTicker(slowAfter)
		select {
		case <-slow.C:
		case <-time.After(time.Microsecond):
			answered++
		}
	}
	return answered
}

// Mount adds the carriers' route.
func Mount(env scenario.Env) {
	env.Routes.GET("/carriers/:order", func(c *gin.Context) {
		c.JSON(http.StatusOK, gin.H{"answered": Ask(6)})
	})
}
