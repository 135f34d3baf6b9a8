package poolnoreset

import (
	"github.com/gin-gonic/gin"

	"shop/scenario"
)

// reset forgets the events and keeps the room for the next ones.
func (b *Batch) reset() {
	clear(b.events)
	b.events, b.sent = b.events[:0], 0
}

// CollectAndReset is CollectEvents with an empty batch going back.
func CollectAndReset(c *gin.Context) {
	batch := batches.Get().(*Batch)
	c.Set(batchKey, batch)
	c.Next()
	batch.send()
	batch.reset()
	batches.Put(batch)
}

// MountFixed adds the click route.
func MountFixed(env scenario.Env) {
	env.Routes.POST("/clicks/:user", CollectAndReset, click)
}
