package shop

import (
	"context"
	"net/http"
)

type key int

func many(ctx context.Context) context.Context {
	ctx = context.WithValue(ctx, key(1), 1)
	ctx = context.WithValue(ctx, key(2), 1)
	ctx = context.WithValue(ctx, key(3), 1)
	ctx = context.WithValue(ctx, key(4), 1)
	ctx = context.WithValue(ctx, key(5), 1)
	ctx = context.WithValue(ctx, key(6), 1)
	ctx = context.WithValue(ctx, key(7), 1)
	ctx = context.WithValue(ctx, key(8), 1)
	ctx = context.WithValue(ctx, key(9), 1)
	ctx = context.WithValue(ctx, key(10), 1)
	return context.WithValue(ctx, key(11), 1) // want "11 values"
}

func fineFive(ctx context.Context) context.Context {
	ctx = context.WithValue(ctx, key(1), 1)
	ctx = context.WithValue(ctx, key(2), 1)
	ctx = context.WithValue(ctx, key(3), 1)
	ctx = context.WithValue(ctx, key(4), 1)
	return context.WithValue(ctx, key(5), 1)
}

func fineMiddleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(fineFive(r.Context())))
	})
}

func fineOther(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := context.WithValue(fineFive(r.Context()), key(9), 9)
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

func chain(h http.Handler) http.Handler {
	h = fineMiddleware(h)
	return fineOther(h) // want "more than 10 values"
}

func fineChain(h http.Handler) http.Handler {
	h = fineMiddleware(h)
	return h
}
