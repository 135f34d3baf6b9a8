// Package poolnoreset collects the events of a request in a pooled batch and sends them at its end.
package poolnoreset

import (
	"net/http"
	"sync"
	"time"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

const batchKey = "events"

// Event is one thing that happened during a request.
type Event struct {
	Name    string
	At      time.Time
	Payload []byte
}

// Batch is the events of one request.
type Batch struct {
	events []*Event
	sent   int
}

var batches = sync.Pool{New: func() any { return &Batch{} }}

// Add notes an event.
func (b *Batch) Add(name string, payloadBytes int) {
	b.events = append(b.events, &Event{Name: name, At: time.Now(), Payload: make([]byte, payloadBytes)})
}

// send hands over what has not been sent yet and returns how much that was.
func (b *Batch) send() int {
	n := len(b.events) - b.sent
	b.sent = len(b.events)
	return n
}

// CollectEvents gives every request a batch.
func CollectEvents(c *gin.Context) {
	batch := batches.Get().(*Batch)
	c.Set(batchKey, batch)
	c.Next()
	batch.send()
	// Leaks: the batch goes back with its events, and each use adds to them.
	batches.Put(batch)
}

// MountLeaking adds the click route.
func MountLeaking(env scenario.Env) {
	env.Routes.POST("/clicks/:user", CollectEvents, click)
}

func click(c *gin.Context) {
	batch := c.MustGet(batchKey).(*Batch)
	batch.Add("click", 700)
	batch.Add("impression", 300)
	c.Status(http.StatusAccepted)
}
