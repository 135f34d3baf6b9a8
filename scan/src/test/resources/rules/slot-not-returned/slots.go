package shop

import (
	"context"
	"errors"

	"golang.org/x/sync/semaphore"
)

var slots = make(chan struct{}, 8)

var errBusy = errors.New("busy")

func fetch() error { return nil }

func forgotten() error {
	slots <- struct{}{} // want "not given back on the path"
	if err := fetch(); err != nil {
		return err
	}
	<-slots
	return nil
}

type pool struct{ weight *semaphore.Weighted }

func (p *pool) forgottenWeight(ctx context.Context) error {
	if err := p.weight.Acquire(ctx, 1); err != nil { // want "not given back on the path"
		return err
	}
	if err := fetch(); err != nil {
		return err
	}
	p.weight.Release(1)
	return nil
}

func fineDeferred() error {
	slots <- struct{}{}
	defer func() { <-slots }()
	return fetch()
}

func fineBoth() error {
	slots <- struct{}{}
	err := fetch()
	<-slots
	return err
}

func fineWait(ctx context.Context) error {
	select {
	case slots <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { <-slots }()
	return fetch()
}

func fineGoroutine() {
	slots <- struct{}{}
	go func() {
		defer func() { <-slots }()
		fetch()
	}()
}

func fineForCaller() { slots <- struct{}{} }

func (p *pool) fineWeight(ctx context.Context) error {
	if err := p.weight.Acquire(ctx, 1); err != nil {
		return err
	}
	defer p.weight.Release(1)
	return fetch()
}

func (p *pool) fineTry() error {
	if !p.weight.TryAcquire(1) {
		return errBusy
	}
	defer p.weight.Release(1)
	return fetch()
}
