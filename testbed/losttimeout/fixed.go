package losttimeout

import (
	"context"
	"time"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

// NewReleasingTrail starts a writer that releases each entry's timer once it is written.
func NewReleasingTrail(ctx context.Context) *Trail {
	t := &Trail{queue: make(chan write, 256)}
	go t.writeAndRelease(ctx)
	return t
}

func (t *Trail) writeAndRelease(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case w := <-t.queue:
			persist(w.ctx)
			w.stop()
		}
	}
}

// AuditBriefly queues an entry for every request, for a writer that releases it.
func (t *Trail) AuditBriefly(c *gin.Context) {
	c.Next()
	entry := &Entry{Path: c.Request.URL.Path, At: time.Now()}
	ctx := context.WithValue(context.WithoutCancel(c.Request.Context()), entryKey{}, entry)
	ctx, stop := context.WithTimeout(ctx, writeLimit)
	t.queue <- write{ctx, stop}
}

// MountFixed adds the audited payment route.
func MountFixed(env scenario.Env) {
	trail := NewReleasingTrail(env.Lifetime)
	env.Routes.POST("/payments/:id", trail.AuditBriefly, pay)
}
