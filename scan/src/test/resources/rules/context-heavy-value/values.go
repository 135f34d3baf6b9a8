package shop

import (
	"context"
	"database/sql"
)

type key struct{}

func pool(ctx context.Context, db *sql.DB) context.Context {
	return context.WithValue(ctx, key{}, db) // want "carries a sql.DB"
}

var all = map[string]string{}

func table(ctx context.Context) context.Context {
	return context.WithValue(ctx, key{}, all) // want "carries a table of the package"
}

func fineOwnMap(ctx context.Context, attributes map[string]string) context.Context {
	return context.WithValue(ctx, key{}, attributes)
}

func fineText(ctx context.Context, id string) context.Context {
	return context.WithValue(ctx, key{}, id)
}

func fineNumber(ctx context.Context) context.Context {
	return context.WithValue(ctx, key{}, 7)
}

type user struct{ id int }

func finePointer(ctx context.Context, u *user) context.Context {
	return context.WithValue(ctx, key{}, u)
}

func fineTx(ctx context.Context, tx *sql.Tx) context.Context {
	return context.WithValue(ctx, key{}, tx)
}
