// Command load drives a shop on this machine at a stated rate, for a bounded time and number of requests.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"time"

	"shop/loadgen"
	"shop/registry"
)

func main() {
	target := flag.String("target", "http://127.0.0.1:8080", "the shop, on loopback")
	name := flag.String("scenario", "", "scenario whose routes are driven beside the storefront's")
	pattern := flag.String("pattern", "", "steady, ramp or bursts; empty: the scenario's own")
	scale := flag.Float64("scale", 1, "factor on all rates")
	duration := flag.Duration("for", time.Minute, "how long, at most 1h")
	count := flag.Int("max", 20_000, "how many requests at most")
	flying := flag.Int("in-flight", 200, "how many requests at once at most")
	seed := flag.Uint64("seed", 1, "the same seed draws the same requests")
	flag.Parse()
	plan, err := newPlan(*name, *pattern, *scale)
	if err == nil {
		plan.Target, plan.For, plan.MaxRequests, plan.MaxInFlight, plan.Seed = *target, *duration, *count, *flying, *seed
		err = drive(plan)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

func newPlan(name, pattern string, scale float64) (loadgen.Plan, error) {
	plan := loadgen.Plan{Routes: loadgen.Background, Pattern: loadgen.Steady}
	if name != "" {
		found, known := registry.Find(name)
		if !known {
			return plan, fmt.Errorf("no scenario %q", name)
		}
		plan.Routes, plan.Pattern = loadgen.Join(loadgen.Background, found.Routes), found.Pattern
	}
	if pattern != "" {
		parsed, err := loadgen.ParsePattern(pattern)
		if err != nil {
			return plan, err
		}
		plan.Pattern = parsed
	}
	plan.Routes = loadgen.Scale(plan.Routes, scale)
	return plan, nil
}

func drive(plan loadgen.Plan) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	result, err := loadgen.Run(ctx, plan)
	if err != nil {
		return err
	}
	fmt.Printf("%d requests in %v, %d failed, %d skipped\n",
		result.Sent, result.Elapsed.Round(time.Millisecond), result.Failed, result.Skipped)
	return nil
}
