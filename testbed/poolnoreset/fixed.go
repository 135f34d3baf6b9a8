package poolnoreset

import "shop/scenario"

// reset forgets the events and keeps the room for the next ones.
func (b *Batch) reset() {
	clear(b.events)
	b.events, b.sent = b.events[:0], 0
}

// SendClickAndReset is SendClick with an empty batch going back.
func SendClickAndReset() int {
	batch := batches.Get().(*Batch)
	batch.addClick()
	n := batch.send()
	batch.reset()
	batches.Put(batch)
	return n
}

// MountFixed adds the click route.
func MountFixed(env scenario.Env) {
	env.Routes.POST("/clicks/:user", clickHandler(SendClickAndReset))
}
