// Package losttimeout writes an audit trail after the response has gone out.
package losttimeout

import (
	"context"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

const writeLimit = time.Hour

type entryKey struct{}

// Entry is one line of the trail.
type Entry struct {
	Path    string
	At      time.Time
	Details [640]byte
}

type write struct {
	ctx  context.Context
	stop context.CancelFunc
}

// Trail writes entries in the background.
type Trail struct {
	queue chan write
}

// NewTrail starts the writer, which ends with ctx.
func NewTrail(ctx context.Context) *Trail {
	t := &Trail{queue: make(chan write, 256)}
	go t.writeAll(ctx)
	return t
}

func (t *Trail) writeAll(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case w := <-t.queue:
			persist(w.ctx)
		}
	}
}

func persist(ctx context.Context) int {
	entry := ctx.Value(entryKey{}).(*Entry)
	return copy(entry.Details[:], entry.Path)
}

// Audit queues an entry for every request; the write may outlive the request by an hour.
func (t *Trail) Audit(c *gin.Context) {
	c.Next()
	entry := &Entry{Path: c.Request.URL.Path, At: time.Now()}
	ctx := context.WithValue(context.WithoutCancel(c.Request.Context()), entryKey{}, entry)
	// Leaks: persist never calls stop, so the timer keeps context and entry for the whole hour.
	ctx, stop := context.WithTimeout(ctx, writeLimit)
	t.queue <- write{ctx, stop}
}

// MountLeaking adds the audited payment route.
func MountLeaking(env scenario.Env) {
	trail := NewTrail(env.Lifetime)
	env.Routes.POST("/payments/:id", trail.Audit, pay)
}

func pay(c *gin.Context) {
	c.JSON(http.StatusOK, gin.H{"payment": c.Param("id"), "status": "accepted"})
}
