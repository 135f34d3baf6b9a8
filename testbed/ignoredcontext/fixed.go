package ignoredcontext

import (
	"context"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

// FollowWhile polls the parcel's position until ctx ends.
func (t *Tracker) FollowWhile(ctx context.Context, order string) {
	ticker := time.NewTicker(pollInterval)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			t.poll(ctx, order)
		}
	}
}

// MountFixed adds the watch route.
func MountFixed(env scenario.Env) {
	tracker := &Tracker{}
	env.Routes.POST("/orders/:id/watch", func(c *gin.Context) {
		go tracker.FollowWhile(c.Request.Context(), c.Param("id"))
		c.Status(http.StatusAccepted)
	})
}
