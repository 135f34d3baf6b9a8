package truth

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"shop/scenario"
)

// The least growth that is worth a recording.
const (
	leastHeapGrowth      = 150_000   // bytes a minute
	leastGoroutineGrowth = 60        // a minute
	leastRSSGrowth       = 2_000_000 // bytes a minute
)

// What a run without growth may drift by.
const (
	calmHeap       = 300_000 // bytes a minute
	calmGoroutines = 6       // a minute
)

// fewestReadings is what the check of the last third needs.
const fewestReadings = 9

// CheckPair returns nil if the first run leaks in the way claimed, in its last third too, and the second does not.
func CheckPair(verdict scenario.Verdict, leaking, fixed Run) error {
	if err := errors.Join(enough(leaking), enough(fixed)); err != nil {
		return err
	}
	switch verdict {
	case scenario.Leak:
		return errors.Join(
			grows("live heap", leaking, fixed, liveHeap, leastHeapGrowth),
			calm("goroutines of the leaking run", leaking, goroutines, calmGoroutines),
			calm("goroutines of the fixed run", fixed, goroutines, calmGoroutines))
	case scenario.GoroutineLeak:
		return errors.Join(
			grows("goroutines", leaking, fixed, goroutines, leastGoroutineGrowth),
			calm("live heap of the fixed run", fixed, liveHeap, calmHeap))
	case scenario.OutsideHeap:
		return errors.Join(
			grows("resident set", leaking, fixed, rss, leastRSSGrowth),
			calm("live heap of the leaking run", leaking, liveHeap, calmHeap),
			calm("live heap of the fixed run", fixed, liveHeap, calmHeap))
	}
	return fmt.Errorf("%s is no kind of leak", verdict)
}

// CheckHarmless returns nil if a run without a leak has the shape claimed.
func CheckHarmless(verdict scenario.Verdict, run Run) error {
	if err := enough(run); err != nil {
		return err
	}
	switch verdict {
	case scenario.Steady:
		return errors.Join(calm("live heap", run, liveHeap, calmHeap), calm("goroutines", run, goroutines, calmGoroutines))
	case scenario.WarmUp:
		return bends(run)
	case scenario.Flood:
		return floods(run)
	case scenario.Load:
		return followsLoad(run)
	case scenario.HighWater:
		return keepsHighWater(run)
	}
	return fmt.Errorf("%s is no shape without a leak", verdict)
}

func enough(run Run) error {
	if len(run) < fewestReadings {
		return fmt.Errorf("%d readings are too few to judge, %d are needed", len(run), fewestReadings)
	}
	return nil
}

func grows(name string, leaking, fixed Run, q quantity, least float64) error {
	whole, last, twin := leaking.perMinute(q), leaking.Between(0.66, 1).perMinute(q), fixed.perMinute(q)
	var problems []error
	if whole < least {
		problems = append(problems, fmt.Errorf("%s grows by %.0f a minute, less than %.0f", name, whole, least))
	}
	if last < 0.4*whole {
		problems = append(problems, fmt.Errorf("%s grows by %.0f a minute, but only by %.0f in the last third", name, whole, last))
	}
	if math.Abs(twin) > 0.35*whole {
		problems = append(problems, fmt.Errorf("%s of the fixed twin moves by %.0f a minute, of the leak by %.0f", name, twin, whole))
	}
	return errors.Join(problems...)
}

func calm(name string, run Run, q quantity, bound float64) error {
	if slope := run.perMinute(q); math.Abs(slope) > bound {
		return fmt.Errorf("%s: moves by %.0f a minute, more than %.0f", name, slope, bound)
	}
	return nil
}

func bends(run Run) error {
	first, last := run.Between(0, 0.34).perMinute(liveHeap), run.Between(0.66, 1).perMinute(liveHeap)
	if first < 1_000_000 {
		return fmt.Errorf("warm-up begins with %.0f bytes a minute, which nobody would notice", first)
	}
	if math.Abs(last) > 0.15*first {
		return fmt.Errorf("warm-up begins with %.0f bytes a minute and still ends with %.0f", first, last)
	}
	return nil
}

func floods(run Run) error {
	before, after := run.Between(0, 0.3).perMinute(allocated), run.Between(0.6, 1).perMinute(allocated)
	if after < 5*before {
		return fmt.Errorf("allocates %.0f bytes a minute before the flood and %.0f in it", before, after)
	}
	return calm("live heap in the flood", run.Between(0.5, 1), liveHeap, 1_500_000)
}

func followsLoad(run Run) error {
	live := run.LiveHeap()
	swing := live.Max - live.Min
	if swing < 1_500_000 {
		return fmt.Errorf("live heap moves by %.0f bytes only", swing)
	}
	// The last reading may fall into a burst, so it is the lowest of the last third that must be low again.
	if stays := run.Between(0.66, 1).LiveHeap().Min - live.Min; stays > 0.3*swing {
		return fmt.Errorf("live heap swings by %.0f bytes and stays %.0f above its lowest", swing, stays)
	}
	rates := run.rates(requests)
	if slices.Max(rates) < 1.5*slices.Min(rates) {
		return fmt.Errorf("the load itself is even: %.0f to %.0f requests a minute", slices.Min(rates), slices.Max(rates))
	}
	return nil
}

// rates are the differences between neighbours, per minute.
func (run Run) rates(q quantity) []float64 {
	rates := make([]float64, 0, len(run))
	for i := 1; i < len(run); i++ {
		rates = append(rates, 60*(q(run[i])-q(run[i-1]))/(run[i].Seconds-run[i-1].Seconds))
	}
	return rates
}

func keepsHighWater(run Run) error {
	live := run.LiveHeap()
	rise := live.Max - live.First
	if rise < 5_000_000 {
		return fmt.Errorf("live heap rises by %.0f bytes only", rise)
	}
	if live.Last-live.First > 0.7*rise {
		return fmt.Errorf("of %.0f bytes risen, %.0f are still live: nothing was emptied", rise, live.Last-live.First)
	}
	resident := run.values(rss)
	if kept := resident[len(resident)-1] - resident[0]; kept < 0.4*(slices.Max(resident)-resident[0]) {
		return fmt.Errorf("resident set went back to %.0f bytes above its beginning: no high water", kept)
	}
	return calm("live heap after the peak", run.Between(0.66, 1), liveHeap, 0.1*rise)
}
