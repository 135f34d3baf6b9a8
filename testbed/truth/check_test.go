package truth

import (
	"math"
	"strings"
	"testing"

	"shop/scenario"
)

const mega = 1_000_000

// minutes makes a run of 16 readings in 150 s from functions of the share of the run's time.
func minutes(live, routines, resident func(x float64) float64) Run {
	run := make(Run, 16)
	for i := range run {
		x := float64(i) / 15
		run[i] = Reading{
			Seconds: 10 * float64(i), LiveHeapBytes: live(x), Goroutines: routines(x), RSSBytes: resident(x),
			AllocatedBytes: 1e8 * x, Requests: 6000 * x,
		}
	}
	return run
}

func even(v float64) func(float64) float64 {
	return func(float64) float64 { return v }
}

func line(from, to float64) func(float64) float64 {
	return func(x float64) float64 { return from + (to-from)*x }
}

// filling reaches its bound after 40% of the run.
func filling(from, to float64) func(float64) float64 {
	return func(x float64) float64 { return from + (to-from)*math.Min(1, x/0.4) }
}

var calmRun = minutes(even(20*mega), even(12), even(60*mega))

func TestPairs(t *testing.T) {
	tests := []struct {
		name           string
		verdict        scenario.Verdict
		leaking, fixed Run
		problem        string // empty: the claim holds
	}{
		{"growing heap is a leak", scenario.Leak, minutes(line(20*mega, 26*mega), even(12), even(60*mega)), calmRun, ""},
		{"heap that only fills is no leak", scenario.Leak, minutes(filling(20*mega, 30*mega), even(12), even(60*mega)), calmRun, "last third"},
		{"a twin that grows too fixes nothing", scenario.Leak,
			minutes(line(20*mega, 26*mega), even(12), even(60*mega)), minutes(line(20*mega, 25*mega), even(12), even(60*mega)), "fixed twin"},
		{"growth too small to claim", scenario.Leak, minutes(line(20*mega, 20.1*mega), even(12), even(60*mega)), calmRun, "less than"},
		{"goroutines that grow are another verdict", scenario.Leak, minutes(line(20*mega, 26*mega), line(12, 900), even(60*mega)), calmRun, "goroutines"},
		{"growing goroutines", scenario.GoroutineLeak, minutes(even(20*mega), line(12, 900), even(60*mega)), calmRun, ""},
		{"goroutines that stop growing", scenario.GoroutineLeak, minutes(even(20*mega), filling(12, 900), even(60*mega)), calmRun, "last third"},
		{"growing resident set", scenario.OutsideHeap, minutes(even(20*mega), even(12), line(60*mega, 80*mega)), calmRun, ""},
		{"resident set that follows the heap", scenario.OutsideHeap, minutes(line(20*mega, 40*mega), even(12), line(60*mega, 80*mega)), calmRun, "live heap"},
		{"too few readings", scenario.Leak, calmRun[:5], calmRun, "too few"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			wantProblem(t, CheckPair(test.verdict, test.leaking, test.fixed), test.problem)
		})
	}
}

func TestHarmless(t *testing.T) {
	peak := func(x float64) float64 {
		if x < 0.4 {
			return 20*mega + 50*mega*x
		}
		return 24 * mega
	}
	tests := []struct {
		name    string
		verdict scenario.Verdict
		run     Run
		problem string
	}{
		{"calm is steady", scenario.Steady, calmRun, ""},
		{"growth is not steady", scenario.Steady, minutes(line(20*mega, 26*mega), even(12), even(60*mega)), "moves by"},
		{"a fill that ends is a warm-up", scenario.WarmUp, minutes(filling(20*mega, 28*mega), even(12), even(60*mega)), ""},
		{"a fill that goes on is none", scenario.WarmUp, minutes(line(20*mega, 28*mega), even(12), even(60*mega)), "still ends"},
		{"an emptied map", scenario.HighWater, minutes(peak, even(12), filling(60*mega, 90*mega)), ""},
		{"a map that stays full", scenario.HighWater, minutes(filling(20*mega, 40*mega), even(12), filling(60*mega, 90*mega)), "nothing was emptied"},
		{"even load", scenario.Load, calmRun, "moves by"},
		{"even allocation", scenario.Flood, calmRun, "before the flood"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			wantProblem(t, CheckHarmless(test.verdict, test.run), test.problem)
		})
	}
}

func wantProblem(t *testing.T, err error, problem string) {
	t.Helper()
	switch {
	case problem == "" && err != nil:
		t.Errorf("the claim should hold, but: %v", err)
	case problem != "" && err == nil:
		t.Errorf("should be refused because of %q", problem)
	case problem != "" && !strings.Contains(err.Error(), problem):
		t.Errorf("refused with %q, not because of %q", err, problem)
	}
}

func TestSlopeIgnoresOneOutlier(t *testing.T) {
	run := minutes(line(20*mega, 25*mega), even(12), even(60*mega))
	run[7].LiveHeapBytes += 10 * mega
	if slope := run.Growth().LiveHeapBytesPerMinute; math.Abs(slope-2*mega) > 0.02*mega {
		t.Errorf("slope is %.0f, want 2,000,000 a minute", slope)
	}
}
