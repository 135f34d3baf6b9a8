// Package loadgen makes a bounded, stated load on a service on this machine.
package loadgen

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"sync"
	"sync/atomic"
	"time"
)

// Plan says what is asked of which service, how often, and when it ends.
type Plan struct {
	Target      string // http://127.0.0.1:port; nothing but loopback is accepted
	Routes      []Route
	Pattern     Pattern
	For         time.Duration
	MaxRequests int
	MaxInFlight int
	Seed        uint64
}

// Result counts what was done.
type Result struct {
	Sent, Failed, Skipped int64 // skipped: too many were in flight
	Elapsed               time.Duration
}

// Check returns every reason why the plan may not run.
func (p Plan) Check() error {
	var problems []error
	if err := checkLoopback(p.Target); err != nil {
		problems = append(problems, err)
	}
	if p.For <= 0 || p.For > time.Hour {
		problems = append(problems, fmt.Errorf("a run takes more than 0 and at most 1h, not %v", p.For))
	}
	if p.MaxRequests <= 0 {
		problems = append(problems, errors.New("the number of requests needs a bound"))
	}
	if p.MaxInFlight <= 0 {
		problems = append(problems, errors.New("the number of requests in flight needs a bound"))
	}
	if len(p.Routes) == 0 {
		problems = append(problems, errors.New("no routes"))
	}
	return errors.Join(problems...)
}

func checkLoopback(target string) error {
	u, err := url.Parse(target)
	if err != nil {
		return fmt.Errorf("target: %w", err)
	}
	if u.Hostname() == "localhost" {
		return nil
	}
	if ip := net.ParseIP(u.Hostname()); ip == nil || !ip.IsLoopback() {
		return fmt.Errorf("target %q is not on loopback", target)
	}
	return nil
}

// step is the clock of the generator: at each one every route's due requests are sent.
const step = 10 * time.Millisecond

// Run makes the load until the plan's time or count is used up or ctx ends, and waits for the last answers.
func Run(ctx context.Context, p Plan) (Result, error) {
	if err := p.Check(); err != nil {
		return Result{}, err
	}
	g := generator{plan: p, rnd: rand.New(rand.NewPCG(p.Seed, 11)), free: make(chan struct{}, p.MaxInFlight), client: newClient(p)}
	start := time.Now()
	g.run(ctx, start)
	g.flying.Wait()
	g.client.CloseIdleConnections()
	return Result{Sent: g.sent.Load(), Failed: g.failed.Load(), Skipped: g.skipped, Elapsed: time.Since(start)}, nil
}

func newClient(p Plan) *http.Client {
	return &http.Client{
		Transport:     &http.Transport{MaxIdleConnsPerHost: 16, MaxConnsPerHost: p.MaxInFlight, IdleConnTimeout: 20 * time.Second},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		Timeout:       20 * time.Second,
	}
}

type generator struct {
	plan         Plan
	rnd          *rand.Rand
	client       *http.Client
	free         chan struct{}
	flying       sync.WaitGroup
	sent, failed atomic.Int64
	skipped      int64
	number       int
}

func (g *generator) run(ctx context.Context, start time.Time) {
	ticker := time.NewTicker(step)
	defer ticker.Stop()
	done := make([]bool, len(g.plan.Routes))
	next := make([]time.Duration, len(g.plan.Routes))
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		now := time.Since(start)
		if now >= g.plan.For {
			return
		}
		for i, route := range g.plan.Routes {
			if !route.isActive(now) || done[i] {
				next[i] = now
				continue
			}
			if route.Once {
				done[i] = true
				g.send(ctx, route)
				continue
			}
			for next[i] <= now {
				if g.number >= g.plan.MaxRequests {
					return
				}
				next[i] += g.gap(route, now)
				g.send(ctx, route)
			}
		}
	}
}

// gap draws the time to the next request; exponential gaps are what independent visitors make.
func (g *generator) gap(route Route, now time.Duration) time.Duration {
	rate := route.Rate
	if route.Shaped {
		rate *= g.plan.Pattern.factor(now, g.plan.For)
	}
	return time.Duration(g.rnd.ExpFloat64() / rate * float64(time.Second))
}

func (g *generator) send(ctx context.Context, route Route) {
	g.number++
	select {
	case g.free <- struct{}{}:
	default:
		g.skipped++
		return
	}
	request, err := route.request(g.plan.Target, g.number, g.rnd)
	if err != nil {
		g.failed.Add(1)
		<-g.free
		return
	}
	g.sent.Add(1)
	g.flying.Go(func() {
		defer func() { <-g.free }()
		if err := g.exchange(request.WithContext(ctx)); err != nil {
			g.failed.Add(1)
		}
	})
}

func (g *generator) exchange(request *http.Request) error {
	response, err := g.client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if _, err := io.Copy(io.Discard, response.Body); err != nil {
		return err
	}
	if response.StatusCode >= http.StatusInternalServerError {
		return fmt.Errorf("%s: %s", request.URL.Path, response.Status)
	}
	return nil
}
