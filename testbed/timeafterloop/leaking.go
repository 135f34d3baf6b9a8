// Package timeafterloop feeds stock changes to the search index and notices when they stop coming.
package timeafterloop

import (
	"context"
	"log"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

const (
	idleAlarm         = time.Hour
	changesPerRequest = 15
)

// Change is a product's new stock.
type Change struct {
	SKU   string
	Count int
}

// Indexer takes changes in one at a time.
type Indexer struct {
	changes chan Change
	stock   map[string]int
}

func newIndexer() *Indexer {
	return &Indexer{changes: make(chan Change), stock: map[string]int{}}
}

func (x *Indexer) apply(change Change) {
	x.stock[change.SKU] = change.Count
}

// Run applies changes until ctx ends.
func (x *Indexer) Run(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case change := <-x.changes:
			x.apply(change)
		// Leaks with asynctimerchan=1 and before Go 1.23: each turn of the loop leaves a timer
		// that lives until its hour is over.
		case <-time.After(idleAlarm):
			log.Print("no stock changes for ", idleAlarm)
		}
	}
}

// MountLeaking adds the route of the warehouse's changes.
func MountLeaking(env scenario.Env) {
	indexer := newIndexer()
	go indexer.Run(env.Lifetime)
	env.Routes.POST("/changes/:sku", changesHandler(indexer))
}

func changesHandler(x *Indexer) gin.HandlerFunc {
	return func(c *gin.Context) {
		for i := range changesPerRequest {
			x.changes <- Change{SKU: c.Param("sku"), Count: i}
		}
		c.Status(http.StatusAccepted)
	}
}
