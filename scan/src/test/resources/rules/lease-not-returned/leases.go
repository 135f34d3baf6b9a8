package shop

import (
	"context"
	"database/sql"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/redis/go-redis/v9"
)

func lost(ctx context.Context, pool *pgxpool.Pool) error {
	conn, err := pool.Acquire(ctx) // want "not released"
	if err != nil {
		return err
	}
	if err := conn.Ping(ctx); err != nil {
		return err
	}
	conn.Release()
	return nil
}

func lostOfStandard(ctx context.Context, db *sql.DB) error {
	conn, err := db.Conn(ctx) // want "not released"
	if err != nil {
		return err
	}
	return conn.PingContext(ctx)
}

func lostSubscription(ctx context.Context, client *redis.Client) {
	updates := client.Subscribe(ctx, "updates") // want "not closed"
	for message := range updates.Channel() {
		println(message.Payload)
	}
}

func fineDeferred(ctx context.Context, pool *pgxpool.Pool) error {
	conn, err := pool.Acquire(ctx)
	if err != nil {
		return err
	}
	defer conn.Release()
	return conn.Ping(ctx)
}

func fineHijacked(ctx context.Context, pool *pgxpool.Pool) error {
	conn, err := pool.Acquire(ctx)
	if err != nil {
		return err
	}
	return conn.Hijack().Close(ctx)
}

func fineReturned(ctx context.Context, db *sql.DB) (*sql.Conn, error) {
	return db.Conn(ctx)
}

func fineSubscription(ctx context.Context, client *redis.Client) {
	updates := client.Subscribe(ctx, "updates")
	defer updates.Close()
	for message := range updates.Channel() {
		println(message.Payload)
	}
}

func finePing(ctx context.Context, db *sql.DB) error {
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	err = conn.PingContext(ctx)
	conn.Close()
	return err
}

type holder struct{ conn *pgxpool.Conn }

func (h *holder) fineKept(ctx context.Context, pool *pgxpool.Pool) error {
	conn, err := pool.Acquire(ctx)
	h.conn = conn
	return err
}
