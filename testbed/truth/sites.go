package truth

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/google/pprof/profile"
)

// leastShare of the growth makes a site worth naming.
const leastShare = 0.05

// background never leaks; what seems to grow in it is turnover.
const background = "shop/storefront."

// totals is one value per site.
type totals map[Place]float64

// HeapSites returns the sites whose bytes in use grow over the profiles, which are of one process and evenly
// spaced, the largest first. What grows in the twin as well is not the leak's.
func HeapSites(profiles, twin []*profile.Profile) []Site {
	growth, twinGrowth := slopes(profiles), slopes(twin)
	isTheLeaks := func(p Place, v float64) bool {
		return math.Abs(twinGrowth[p]) < v/3 && !strings.HasPrefix(p.Function, background)
	}
	return ranked(growth, Allocates, isTheLeaks)
}

// slopes are the median growth of each site between any two profiles: what one collection finds in the hands
// of a request is gone in the next one, and must not count as growth.
func slopes(profiles []*profile.Profile) totals {
	sums := make([]totals, len(profiles))
	growth := totals{}
	for i, p := range profiles {
		sums[i] = sumBySite(p, "inuse_space", innermost)
		for place := range sums[i] {
			growth[place] = 0
		}
	}
	for place := range growth {
		var steps []float64
		for i := range sums {
			for k := i + 1; k < len(sums); k++ {
				steps = append(steps, (sums[k][place]-sums[i][place])/float64(k-i))
			}
		}
		growth[place] = median(steps)
	}
	return growth
}

// GoroutineSites returns the sites in which more goroutines wait after than before, the most first.
func GoroutineSites(before, after *profile.Profile) []Site {
	// Every goroutine waits in runtime.gopark, so without an own frame it is the caller of the runtime that
	// tells them apart; the innermost frame is listed last, for readers who keep to the letter.
	growth := difference(sumBySite(after, "goroutine", outsideRuntime), sumBySite(before, "goroutine", outsideRuntime))
	sites := ranked(growth, Blocks, always)
	plain := difference(sumBySite(after, "goroutine", innermost), sumBySite(before, "goroutine", innermost))
	for _, site := range ranked(plain, Blocks, always) {
		if !slices.ContainsFunc(sites, func(s Site) bool { return s.Place == site.Place }) {
			sites = append(sites, site)
		}
	}
	return sites
}

func always(Place, float64) bool { return true }

func ranked(growth totals, what string, isGuilty func(Place, float64) bool) []Site {
	guilty := totals{}
	sum := 0.0
	for place, v := range growth {
		if v > 0 && isGuilty(place, v) {
			guilty[place] = v
			sum += v
		}
	}
	var sites []Site
	for place, v := range guilty {
		if v >= leastShare*sum {
			sites = append(sites, Site{Place: place, What: what, ShareOfGrowth: math.Round(100*v/sum) / 100})
		}
	}
	slices.SortFunc(sites, func(a, b Site) int {
		return cmp.Or(cmp.Compare(b.ShareOfGrowth, a.ShareOfGrowth), strings.Compare(a.Function, b.Function), a.Line-b.Line)
	})
	return sites
}

func difference(after, before totals) totals {
	d := totals{}
	for place, v := range after {
		d[place] = v - before[place]
	}
	return d
}

func sumBySite(p *profile.Profile, sampleType string, fallback func([]Place) Place) totals {
	column := slices.IndexFunc(p.SampleType, func(t *profile.ValueType) bool { return t.Type == sampleType })
	sums := totals{}
	for _, sample := range p.Sample {
		if stack := stackOf(sample); len(stack) > 0 && column >= 0 && !slices.ContainsFunc(stack, isReading) {
			sums[siteOf(stack, fallback)] += float64(sample.Value[column])
		}
	}
	return sums
}

// NameIn returns the place with its function named as the profiles name it: a closure of an inlined function
// gets a longer name than its source tells. Without such a frame the place is returned as it is.
func NameIn(place Place, profiles []*profile.Profile) Place {
	for _, p := range profiles {
		for _, sample := range p.Sample {
			for _, frame := range stackOf(sample) {
				if frame.File == place.File && frame.Line == place.Line {
					return frame
				}
			}
		}
	}
	return place
}

// stackOf returns the frames of a sample, innermost first, with the inlined ones.
func stackOf(sample *profile.Sample) []Place {
	var stack []Place
	for _, location := range sample.Location {
		for _, line := range location.Line {
			stack = append(stack, Place{line.Function.Name, line.Function.Filename, int(line.Line)})
		}
	}
	return stack
}

// siteOf returns the innermost frame of the service's own code, else what fallback chooses.
func siteOf(stack []Place, fallback func([]Place) Place) Place {
	if i := slices.IndexFunc(stack, isOwn); i >= 0 {
		return stack[i]
	}
	return fallback(stack)
}

func innermost(stack []Place) Place {
	return stack[0]
}

func outsideRuntime(stack []Place) Place {
	i := slices.IndexFunc(stack, func(p Place) bool { return !strings.HasPrefix(p.Function, "runtime.") })
	return stack[max(i, 0)]
}

// isReading tells the frames of a profile or metrics handler: what a reading allocates is the reader's.
func isReading(p Place) bool {
	return strings.HasPrefix(p.Function, "net/http/pprof.") || strings.Contains(p.Function, "/promhttp.")
}

func isOwn(p Place) bool {
	return strings.HasPrefix(p.Function, "shop/") || strings.HasPrefix(p.Function, "main.")
}
