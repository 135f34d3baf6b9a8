package shop

import (
	"context"

	"golang.org/x/sync/errgroup"
)

func load(ctx context.Context, n int) error { return nil }

func started(ctx context.Context) {
	g, ctx := errgroup.WithContext(ctx) // want "not awaited"
	g.Go(func() error { return load(ctx, 1) })
}

func early(ctx context.Context, n int) error {
	g, inner := errgroup.WithContext(ctx) // want "not awaited"
	g.Go(func() error { return load(inner, n) })
	if n > 3 {
		return nil
	}
	return g.Wait()
}

func fineAwaited(ctx context.Context) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return load(ctx, 1) })
	return g.Wait()
}

func fineHandedOut(ctx context.Context) (*errgroup.Group, context.Context) {
	return errgroup.WithContext(ctx)
}

func fineAwaitedElsewhere(ctx context.Context, failed chan error) {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return load(ctx, 1) })
	go func() { failed <- g.Wait() }()
}

func fineDeferred(ctx context.Context) (err error) {
	g, ctx := errgroup.WithContext(ctx)
	defer func() { err = g.Wait() }()
	g.Go(func() error { return load(ctx, 1) })
	return nil
}
