package iterpull

import (
	"iter"
	"net/http"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

// NewestLines returns the newest n events and ends the iterator.
func NewestLines(order string, n int) []string {
	next, stop := iter.Pull(History(order))
	defer stop()
	return pull(next, n)
}

// MountFixed adds the history route.
func MountFixed(env scenario.Env) {
	env.Routes.GET("/history/:order", func(c *gin.Context) {
		c.JSON(http.StatusOK, NewestLines(c.Param("order"), 10))
	})
}
