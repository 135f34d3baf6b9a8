package truth

import (
	"math"
	"slices"
)

// Reading is what the service's metrics said at one moment.
type Reading struct {
	Seconds        float64 // since the first reading
	LiveHeapBytes  float64
	Goroutines     float64
	RSSBytes       float64
	AllocatedBytes float64 // since the process began
	Requests       float64 // since the process began
}

// Run is the readings of one process, in order of time.
type Run []Reading

type quantity func(Reading) float64

func liveHeap(r Reading) float64   { return r.LiveHeapBytes }
func goroutines(r Reading) float64 { return r.Goroutines }
func rss(r Reading) float64        { return r.RSSBytes }
func allocated(r Reading) float64  { return r.AllocatedBytes }
func requests(r Reading) float64   { return r.Requests }

// Growth returns the slopes of the run.
func (run Run) Growth() Growth {
	return Growth{
		LiveHeapBytesPerMinute: math.Round(run.perMinute(liveHeap)),
		GoroutinesPerMinute:    math.Round(run.perMinute(goroutines)*10) / 10,
		RSSBytesPerMinute:      math.Round(run.perMinute(rss)),
	}
}

// LiveHeap returns the range of the live heap.
func (run Run) LiveHeap() Range {
	values := run.values(liveHeap)
	return Range{First: values[0], Last: values[len(values)-1], Min: slices.Min(values), Max: slices.Max(values)}
}

// RequestsPerSecond is the mean over the run.
func (run Run) RequestsPerSecond() float64 {
	first, last := run[0], run[len(run)-1]
	return math.Round(10*(last.Requests-first.Requests)/(last.Seconds-first.Seconds)) / 10
}

func (run Run) values(q quantity) []float64 {
	values := make([]float64, len(run))
	for i, r := range run {
		values[i] = q(r)
	}
	return values
}

// perMinute is the median of the slopes between all pairs of readings (Theil 1950, Sen 1968):
// a collection that falls into the rebuild of a model shows once, and must not tilt the line.
func (run Run) perMinute(q quantity) float64 {
	var slopes []float64
	for i, a := range run {
		for _, b := range run[i+1:] {
			slopes = append(slopes, 60*(q(b)-q(a))/(b.Seconds-a.Seconds))
		}
	}
	return median(slopes)
}

func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	slices.Sort(values)
	middle := len(values) / 2
	if len(values)%2 == 1 {
		return values[middle]
	}
	return (values[middle-1] + values[middle]) / 2
}

// Between returns the readings from one share of the run's time to another.
func (run Run) Between(from, to float64) Run {
	total := run[len(run)-1].Seconds
	var part Run
	for _, r := range run {
		if r.Seconds >= from*total && r.Seconds <= to*total {
			part = append(part, r)
		}
	}
	return part
}
