package shop

import (
	"context"
	"database/sql"
	"net/http"
	"sync"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/redis/go-redis/v9"
	"google.golang.org/grpc"
)

func neverClosed(w http.ResponseWriter, r *http.Request) {
	db, err := sql.Open("pgx", "postgres://shop") // want "the database that each request opens is not closed.*line 21"
	if err != nil {
		return
	}
	var n int
	db.QueryRowContext(r.Context(), "select 1").Scan(&n)
}

func closedOnOnePath(w http.ResponseWriter, r *http.Request) {
	client := redis.NewClient(&redis.Options{Addr: "cache:6379"}) // want "the Redis client that each request opens"
	if client.Get(r.Context(), "key").Err() != nil {
		return
	}
	client.Close()
}

func byHelper(w http.ResponseWriter, r *http.Request) {
	pool, err := connect(r.Context()) // want "the connection pool that each request opens"
	if err != nil {
		return
	}
	pool.Ping(r.Context())
}

func connect(ctx context.Context) (*pgxpool.Pool, error) {
	return pgxpool.New(ctx, "postgres://shop")
}

func fineDeferred(w http.ResponseWriter, r *http.Request) {
	db, err := sql.Open("pgx", "postgres://shop")
	if err != nil {
		return
	}
	defer db.Close()
	db.PingContext(r.Context())
}

func fineByHelper(w http.ResponseWriter, r *http.Request) {
	pool, err := connect(r.Context())
	if err != nil {
		return
	}
	defer pool.Close()
	pool.Ping(r.Context())
}

var (
	once   sync.Once
	shared *sql.DB
)

func fineOnce(w http.ResponseWriter, r *http.Request) {
	once.Do(func() {
		shared, _ = sql.Open("pgx", "postgres://shop")
	})
	shared.PingContext(r.Context())
}

type tenants struct {
	mu    sync.Mutex
	conns map[string]*grpc.ClientConn
}

func (t *tenants) fineKept(w http.ResponseWriter, r *http.Request) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.conns["a"] == nil {
		conn, err := grpc.NewClient("a:443")
		if err != nil {
			return
		}
		t.conns["a"] = conn
	}
	t.conns["a"].Connect()
}

func fineStart() {
	db, err := sql.Open("pgx", "postgres://shop")
	if err != nil {
		return
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		db.PingContext(r.Context())
	})
}

func fineHandedOn(w http.ResponseWriter, r *http.Request) {
	client := redis.NewClient(&redis.Options{Addr: "cache:6379"})
	use(client)
}

func use(client *redis.Client) {
	defer client.Close()
}

func openWithCleanup(addr string) (*redis.Client, func()) {
	client := redis.NewClient(&redis.Options{Addr: addr})
	return client, func() { client.Close() }
}

func fineCleanup(w http.ResponseWriter, r *http.Request) {
	client, cleanup := openWithCleanup("localhost:6379")
	defer cleanup()
	client.Ping(r.Context())
}
