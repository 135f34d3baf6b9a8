package loadgen

import (
	"context"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"time"
)

func TestPlansWithoutBoundsOrOffThisMachineAreRefused(t *testing.T) {
	good := Plan{Target: "http://127.0.0.1:1", Routes: Background, For: time.Second, MaxRequests: 1, MaxInFlight: 1}
	if err := good.Check(); err != nil {
		t.Fatal(err)
	}
	spoil := map[string]func(*Plan){
		"another machine":  func(p *Plan) { p.Target = "http://192.0.2.1:80" },
		"a name":           func(p *Plan) { p.Target = "http://shop.example" },
		"no end":           func(p *Plan) { p.For = 0 },
		"too long":         func(p *Plan) { p.For = 2 * time.Hour },
		"no count":         func(p *Plan) { p.MaxRequests = 0 },
		"no bound at once": func(p *Plan) { p.MaxInFlight = 0 },
		"no routes":        func(p *Plan) { p.Routes = nil },
	}
	for name, change := range spoil {
		plan := good
		change(&plan)
		if _, err := Run(context.Background(), plan); err == nil {
			t.Errorf("%s: was run", name)
		}
	}
}

func TestRunStopsAtItsCount(t *testing.T) {
	var served atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { served.Add(1) }))
	defer server.Close()
	result, err := Run(context.Background(), Plan{
		Target: server.URL, Routes: []Route{{Path: "/{user}", Rate: 5000}}, For: 10 * time.Second, MaxRequests: 50, MaxInFlight: 50,
	})
	if err != nil {
		t.Fatal(err)
	}
	if result.Sent+result.Skipped != 50 || served.Load() != result.Sent || result.Elapsed > 5*time.Second {
		t.Errorf("served %d, result %+v", served.Load(), result)
	}
}

func TestPatternsBeginAndEndQuietly(t *testing.T) {
	total := 160 * time.Second
	for share, want := range map[float64]float64{0: quiet, 0.05: quiet, 0.5: 1, 0.95: quiet} {
		if got := Ramp.factor(time.Duration(share*float64(total)), total); got != want {
			t.Errorf("ramp at %v is %v, want %v", share, got, want)
		}
	}
	if Bursts.factor(10*time.Second, total) != quiet || Bursts.factor(35*time.Second, total) != 1 {
		t.Error("bursts do not burst")
	}
	if Steady.factor(70*time.Second, total) != 1 {
		t.Error("steady is not steady")
	}
}

func TestPlaceholdersAreFilledAndJSONIsLeftAlone(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 1))
	if got := fill(`{"user":"{user}","open":{}`, 7, rnd); got != `{"user":"u-100007","open":{}` {
		t.Error(got)
	}
	if got := fill("/category/{hot:1}", 7, rnd); got != "/category/0" {
		t.Error(got)
	}
}
