package timeafterloop

import (
	"context"
	"log"
	"time"

	"shop/scenario"
)

// RunWithOneTimer applies changes until ctx ends and sets the same timer again and again.
func (x *Indexer) RunWithOneTimer(ctx context.Context) {
	idle := time.NewTimer(idleAlarm)
	defer idle.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case change := <-x.changes:
			x.apply(change)
			idle.Reset(idleAlarm)
		case <-idle.C:
			log.Print("no stock changes for ", idleAlarm)
			idle.Reset(idleAlarm)
		}
	}
}

// MountFixed adds the route of the warehouse's changes.
func MountFixed(env scenario.Env) {
	indexer := newIndexer()
	go indexer.RunWithOneTimer(env.Lifetime)
	env.Routes.POST("/changes/:sku", changesHandler(indexer))
}
