package ctxafterfunc

import (
	"context"
	"net/http"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

// CurrentPriceOf answers one price and takes its registration back.
func CurrentPriceOf(lifetime context.Context, sku string) int64 {
	subscription := newSubscription(sku)
	stop := context.AfterFunc(lifetime, subscription.close)
	defer stop()
	return subscription.next()
}

// MountFixed adds the price route.
func MountFixed(env scenario.Env) {
	env.Routes.GET("/price/:sku", func(c *gin.Context) {
		c.JSON(http.StatusOK, gin.H{"cents": CurrentPriceOf(env.Lifetime, c.Param("sku"))})
	})
}
