// Package contextglobal tracks the requests in progress for the operations page.
package contextglobal

import (
	"net/http"
	"sync"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

var activeRequests sync.Map // request id -> *gin.Context

// AuditLog remembers every request while it is being answered.
func AuditLog() gin.HandlerFunc {
	return func(c *gin.Context) {
		id := c.GetHeader("X-Request-ID")
		activeRequests.Store(id, c.Copy())
		c.Next()
		if c.Writer.Status() == http.StatusNotModified {
			// Leaks: the early return skips the delete, and the copy keeps the whole request.
			return
		}
		activeRequests.Delete(id)
	}
}

// MountLeaking adds the middleware and the order status route.
func MountLeaking(env scenario.Env) {
	env.Routes.GET("/orders/:id/status", AuditLog(), orderStatus)
}

func orderStatus(c *gin.Context) {
	if c.GetHeader("If-None-Match") == `"packed"` {
		c.Status(http.StatusNotModified)
		return
	}
	c.Header("ETag", `"packed"`)
	c.JSON(http.StatusOK, gin.H{"order": c.Param("id"), "status": "packed"})
}
