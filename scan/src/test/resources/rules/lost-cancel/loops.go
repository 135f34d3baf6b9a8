package shop

import (
	"context"
	"sync"
)

func use(context.Context) {}

func lostEachTurn(ctx context.Context, jobs <-chan int) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-jobs:
			c, _ := context.WithCancel(ctx) // want "before the loop acquires the next one"
			use(c)
		}
	}
}

func lostOnContinue(ctx context.Context, jobs <-chan int) {
	for {
		if ctx.Err() != nil {
			return
		}
		c, cancel := context.WithCancel(ctx) // want "before the loop acquires the next one"
		use(c)
		if <-jobs == 0 {
			continue
		}
		cancel()
	}
}

func derived(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithCancel(ctx)
}

func lostOfAHelper(ctx context.Context, now bool) {
	c, cancel := derived(ctx) // want "not called on the path"
	use(c)
	if now {
		return
	}
	cancel()
}

func fineWhereTheParentHasEnded(ctx context.Context, jobs <-chan int) {
	c, cancel := context.WithCancel(ctx)
	use(c)
	select {
	case <-ctx.Done():
		return
	case <-jobs:
		cancel()
	}
}

func fineAskedForItsError(ctx context.Context) {
	c, cancel := context.WithCancel(ctx)
	use(c)
	if ctx.Err() != nil {
		return
	}
	cancel()
}

func fineOnce(ctx context.Context) {
	var once sync.Once
	c, cancel := context.WithCancel(ctx)
	stop := func() { once.Do(cancel) }
	defer stop()
	use(c)
}

func fineOnceFunc(ctx context.Context) {
	c, cancel := context.WithCancel(ctx)
	stop := sync.OnceFunc(cancel)
	defer stop()
	use(c)
}

func fineOfAHelper(ctx context.Context) {
	c, cancel := derived(ctx)
	defer cancel()
	use(c)
}

func fineHandedOn(ctx context.Context, to chan<- context.CancelFunc) {
	_, cancel := derived(ctx)
	to <- cancel
}
