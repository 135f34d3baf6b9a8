package shop

import "context"

func slow() int { return 1 }

func fetch(ctx context.Context) (int, error) {
	ch := make(chan int)
	go func() {
		ch <- slow()
	}()
	select {
	case v := <-ch:
		return v, nil
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}

// One place is not enough for two.

func leavesTwo(ctx context.Context) (int, error) {
	ch := make(chan int)
	go func() {
		ch <- slow() // left "the goroutine goes on behind the send"
		ch <- slow()
	}()
	select {
	case v := <-ch:
		return v + <-ch, nil
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}

func leavesLoop(ctx context.Context, n int) (int, error) {
	ch := make(chan int)
	for i := 0; i < n; i++ {
		go func() {
			ch <- slow() // left "the send is in a loop"
		}()
	}
	select {
	case v := <-ch:
		return v, nil
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}
