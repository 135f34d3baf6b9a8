// Package poolnoreset sends what customers click on in pooled batches.
package poolnoreset

import (
	"net/http"
	"sync"
	"time"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

// Event is one thing a customer did.
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

func (b *Batch) addClick() {
	b.Add("click", 700)
	b.Add("impression", 300)
}

// send hands over what has not been sent yet and returns how much that was.
func (b *Batch) send() int {
	n := len(b.events) - b.sent
	b.sent = len(b.events)
	return n
}

// SendClick sends a click and what was seen with it.
func SendClick() int {
	batch := batches.Get().(*Batch)
	batch.addClick()
	n := batch.send()
	// Leaks: the batch goes back with its events, and each use adds to them.
	batches.Put(batch)
	return n
}

// MountLeaking adds the click route.
func MountLeaking(env scenario.Env) {
	env.Routes.POST("/clicks/:user", clickHandler(SendClick))
}

func clickHandler(send func() int) gin.HandlerFunc {
	return func(c *gin.Context) {
		c.JSON(http.StatusAccepted, gin.H{"sent": send()})
	}
}
