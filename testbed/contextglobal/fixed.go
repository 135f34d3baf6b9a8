package contextglobal

import (
	"sync"
	"time"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

var inProgress sync.Map // request id -> progress

type progress struct {
	path    string
	started time.Time
}

// TrackProgress remembers what the operations page shows of a request, and nothing else.
func TrackProgress() gin.HandlerFunc {
	return func(c *gin.Context) {
		id := c.GetHeader("X-Request-ID")
		inProgress.Store(id, progress{path: c.FullPath(), started: time.Now()})
		defer inProgress.Delete(id)
		c.Next()
	}
}

// MountFixed adds the middleware and the order status route.
func MountFixed(env scenario.Env) {
	env.Routes.GET("/orders/:id/status", TrackProgress(), orderStatus)
}
