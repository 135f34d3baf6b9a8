// Package ctxafterfunc hands price changes to customers that ask for them.
package ctxafterfunc

import (
	"context"
	"net/http"
	"sync/atomic"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

// Subscription is one customer's view of a price.
type Subscription struct {
	sku     string
	closed  atomic.Bool
	pending []int64
}

func newSubscription(sku string) *Subscription {
	return &Subscription{sku: sku, pending: make([]int64, 0, 250)}
}

func (s *Subscription) close() {
	s.closed.Store(true)
}

func (s *Subscription) next() int64 {
	s.pending = append(s.pending, int64(len(s.sku)))
	return s.pending[len(s.pending)-1]
}

// PriceOf answers one price and is closed when the service shuts down.
func PriceOf(lifetime context.Context, sku string) int64 {
	subscription := newSubscription(sku)
	// Leaks: without a call of stop the registration stays until lifetime ends, and with it the subscription.
	context.AfterFunc(lifetime, subscription.close)
	return subscription.next()
}

// MountLeaking adds the price route.
func MountLeaking(env scenario.Env) {
	env.Routes.GET("/price/:sku", func(c *gin.Context) {
		c.JSON(http.StatusOK, gin.H{"cents": PriceOf(env.Lifetime, c.Param("sku"))})
	})
}
