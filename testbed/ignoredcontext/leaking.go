// Package ignoredcontext follows an order's parcel while a customer looks at it.
package ignoredcontext

import (
	"context"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

const pollInterval = 5 * time.Second

// Tracker polls parcels.
type Tracker struct {
	polls atomic.Int64
}

// Follow polls the parcel's position for as long as the customer watches.
func (t *Tracker) Follow(ctx context.Context, order string) {
	ticker := time.NewTicker(pollInterval)
	defer ticker.Stop()
	// Leaks: the loop never looks at ctx, so it outlives the request that started it.
	for range ticker.C {
		t.poll(ctx, order)
	}
}

func (t *Tracker) poll(_ context.Context, order string) {
	t.polls.Add(int64(len(order)))
}

// MountLeaking adds the watch route.
func MountLeaking(env scenario.Env) {
	tracker := &Tracker{}
	env.Routes.POST("/orders/:id/watch", func(c *gin.Context) {
		go tracker.Follow(c.Request.Context(), c.Param("id"))
		c.Status(http.StatusAccepted)
	})
}
