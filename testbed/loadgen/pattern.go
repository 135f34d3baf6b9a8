package loadgen

import (
	"fmt"
	"time"
)

// Pattern is the shape of the load over time: a factor on the stated rates, 0 to 1.
type Pattern string

const (
	Steady Pattern = "steady"
	Ramp   Pattern = "ramp"   // up for 40% of the time, a short top, down again, quiet at both ends
	Bursts Pattern = "bursts" // 8 s of every 40 s at full rate, a trickle between
)

// ParsePattern reads a pattern's name.
func ParsePattern(name string) (Pattern, error) {
	switch p := Pattern(name); p {
	case Steady, Ramp, Bursts:
		return p, nil
	}
	return "", fmt.Errorf("unknown pattern %q: steady, ramp or bursts", name)
}

const (
	quiet       = 0.08
	burstPeriod = 40 * time.Second
	burstLength = 8 * time.Second
)

// factor is the share of the full rate at time t of a run that takes total.
func (p Pattern) factor(t, total time.Duration) float64 {
	switch p {
	case Ramp:
		return rampFactor(float64(t) / float64(total))
	case Bursts:
		if t%burstPeriod >= burstPeriod-burstLength {
			return 1
		}
		return quiet
	}
	return 1
}

func rampFactor(x float64) float64 {
	const rise, top, fall = 0.10, 0.45, 0.55
	switch {
	case x < rise || x > 0.90:
		return quiet
	case x < top:
		return quiet + (1-quiet)*(x-rise)/(top-rise)
	case x < fall:
		return 1
	}
	return quiet + (1-quiet)*(0.90-x)/(0.90-fall)
}
