package shop

import (
	"context"
	"database/sql"
	"net/http"
	"time"
)

func namesIt(parent context.Context, db *sql.DB) error {
	ctx, _ := context.WithTimeout(parent, time.Second)
	return db.PingContext(ctx)
}

func lostOnOnePath(parent context.Context, db *sql.DB) error {
	ctx, stop := context.WithCancel(parent)

	if err := db.PingContext(ctx); err != nil {
		return err
	}
	stop()
	return nil
}

func withCause(parent context.Context, db *sql.DB) error {
	ctx, stop := context.WithCancelCause(parent) // gives up early
	if err := db.PingContext(ctx); err != nil {
		return err
	}
	stop(nil)
	return nil
}

func inLiteral(parent context.Context, db *sql.DB, each func(func() error)) {
	each(func() error {
		ctx, _ := context.WithTimeout(parent, time.Second)
		return db.PingContext(ctx)
	})
}

// What was made with the context is still needed by the caller.

func leavesRow(parent context.Context, db *sql.DB) *sql.Row {
	ctx, _ := context.WithTimeout(parent, time.Second) // left "returns \*sql.Row, which may need the context"
	return db.QueryRowContext(ctx, "select 1")
}

func leavesResponse(parent context.Context, url string) (*http.Response, error) {
	ctx, _ := context.WithTimeout(parent, time.Second) // left "returns \*http.Response"
	req, err := http.NewRequestWithContext(ctx, "GET", url, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

// Somebody works on while the function has long returned.

func leavesGoroutine(parent context.Context, query func(context.Context)) {
	ctx, _ := context.WithTimeout(parent, time.Hour) // left "a goroutine has ctx"
	go query(ctx)
}

func leavesLiteral(parent context.Context, db *sql.DB) {
	ctx, _ := context.WithTimeout(parent, time.Hour) // left "a function literal has ctx"
	go func() {
		_ = db.PingContext(ctx)
	}()
}

type server struct {
	ctx context.Context
	req *http.Request
}

func leavesField(parent context.Context, s *server) {
	ctx, _ := context.WithTimeout(parent, time.Hour) // left "stored in s.ctx"
	s.ctx = ctx
}

func leavesRequest(parent context.Context, s *server) {
	ctx, _ := context.WithTimeout(parent, time.Hour) // left "stored in s.req"
	s.req = s.req.WithContext(ctx)
}

func leavesStarter(parent context.Context, s *server) {
	ctx, _ := context.WithTimeout(parent, time.Hour) // left "handed to s.startAll, which may need it longer"
	s.startAll(ctx)
}

func (s *server) startAll(ctx context.Context) {}

type broker struct{}

func (b *broker) Send(ctx context.Context, event any) error { return nil }

func leavesSender(parent context.Context, b *broker, event any) error {
	ctx, _ := context.WithTimeout(parent, time.Second) // left "handed to b.Send, which may need it longer"
	return b.Send(ctx, event)
}

func leavesSpokenOf(parent context.Context, db *sql.DB) error {
	// Nobody can know when to cancel this one.
	ctx, _ := context.WithTimeout(parent, time.Second) // left "a comment speaks of it"
	return db.PingContext(ctx)
}

func leavesSilenced(parent context.Context, db *sql.DB) error {
	//nolint:govet
	ctx, _ := context.WithTimeout(parent, time.Second) // left "a comment speaks of it"
	return db.PingContext(ctx)
}

// Nothing says that it is to end with the function.

func leavesWithoutDeadline(parent context.Context, db *sql.DB) error {
	ctx, _ := context.WithCancel(parent) // left "nothing says when the context is meant to end"
	return db.PingContext(ctx)
}

func leavesLoop(parent context.Context, dbs []*sql.DB) {
	for _, db := range dbs {
		ctx, _ := context.WithTimeout(parent, time.Second) // left "it is in a loop"
		_ = db.PingContext(ctx)
	}
}

func leavesTaken(parent context.Context, db *sql.DB, cancel chan bool) error {
	ctx, _ := context.WithTimeout(parent, time.Second) // left "the name .* is taken"
	<-cancel
	return db.PingContext(ctx)
}

func leavesAssigned(db *sql.DB, ctx context.Context) error {
	ctx, _ = context.WithTimeout(ctx, time.Second) // left "assigned to a variable that is declared elsewhere"
	return db.PingContext(ctx)
}
