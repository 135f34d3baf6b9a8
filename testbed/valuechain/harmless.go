// Package valuechain builds long chains of context values, which end with their request.
package valuechain

import (
	"context"
	"net/http"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

type key int

const depth = 40

// Enrich puts one value on top of the other, as layers of middleware do.
func Enrich(c *gin.Context) {
	ctx := c.Request.Context()
	for i := range depth {
		ctx = context.WithValue(ctx, key(i), make([]byte, 256))
	}
	c.Request = c.Request.WithContext(ctx)
	c.Next()
}

// Mount adds the enriched route.
func Mount(env scenario.Env) {
	env.Routes.GET("/offers/:user", Enrich, func(c *gin.Context) {
		first := c.Request.Context().Value(key(0)).([]byte)
		c.JSON(http.StatusOK, gin.H{"offers": len(first)})
	})
}
