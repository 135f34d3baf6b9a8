package shop

import (
	"context"
	"time"
)

func ready() bool { return false }

func poll(ctx context.Context) {
	for !ready() {
		time.Sleep(time.Second) // want "goes on when the context has ended"
	}
}

func finePassed(ctx context.Context) error {
	for {
		if err := try(ctx); err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
}

func try(ctx context.Context) error { return ctx.Err() }

func fineAsked(ctx context.Context) {
	for ctx.Err() == nil {
		time.Sleep(time.Second)
	}
}

func fineSelect(ctx context.Context) {
	for !ready() {
		select {
		case <-ctx.Done():
			return
		case <-time.After(time.Second):
		}
	}
}

func fineOnce(ctx context.Context) {
	time.Sleep(time.Second)
}

func fineWithout() {
	for !ready() {
		time.Sleep(time.Second)
	}
}
