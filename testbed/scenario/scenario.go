// Package scenario is what a leak, its fixed twin and the programs that run them agree on.
package scenario

import (
	"context"

	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"

	"shop/loadgen"
)

// Env is what the service hands to the code it mounts.
type Env struct {
	Routes   gin.IRouter
	Lifetime context.Context // ends with the process
	Upstream string          // base URL of the warehouse service
	Metrics  prometheus.Registerer
}

// Mount adds a scenario's middleware and routes to the service.
type Mount func(Env)

// Verdict is what a perfect judge says of a run.
type Verdict string

const (
	Leak          Verdict = "leak"
	GoroutineLeak Verdict = "goroutine-leak"
	OutsideHeap   Verdict = "outside-heap"
	Flood         Verdict = "flood"
	WarmUp        Verdict = "warm-up"
	Load          Verdict = "load"
	HighWater     Verdict = "high-water"
	Steady        Verdict = "steady"
)

// Scenario is one shape of memory use: a leak with its fixed twin, or a run that leaks nothing.
type Scenario struct {
	Name    string
	Verdict Verdict // of the leaking variant, or of the only one
	About   string
	Godebug string // set for the process when the shape needs an older behaviour of Go

	Leaking, Fixed Mount // both or none
	Harmless       Mount // where there is no pair

	Keeper  string // the statement in leaking.go that keeps or loses the memory
	Routes  []loadgen.Route
	Pattern loadgen.Pattern
}

// IsPair tells whether there is a leak and its fixed twin.
func (s Scenario) IsPair() bool {
	return s.Leaking != nil
}

// Variant is how one run of a scenario is named on disk and on the command line.
type Variant string

const (
	LeakingVariant  Variant = "leaking"
	FixedVariant    Variant = "fixed"
	HarmlessVariant Variant = "harmless"
)

// Variants lists the runs a scenario has.
func (s Scenario) Variants() []Variant {
	if s.IsPair() {
		return []Variant{LeakingVariant, FixedVariant}
	}
	return []Variant{HarmlessVariant}
}

// Mount returns the code of a variant, or nil if the scenario has no such variant.
func (s Scenario) Mount(v Variant) Mount {
	switch v {
	case LeakingVariant:
		return s.Leaking
	case FixedVariant:
		return s.Fixed
	case HarmlessVariant:
		return s.Harmless
	}
	return nil
}
