// Package loadramp holds a working set for as long as a request takes, so memory follows the load.
package loadramp

import (
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

const (
	workingSet = 96 << 10
	takes      = 2500 * time.Millisecond
)

// Mount adds the long-poll route.
func Mount(env scenario.Env) {
	env.Routes.GET("/poll/:user", func(c *gin.Context) {
		state := make([]byte, workingSet)
		select {
		case <-time.After(takes):
		case <-c.Request.Context().Done():
		}
		state[0]++
		c.JSON(http.StatusOK, gin.H{"changes": state[0]})
	})
}
