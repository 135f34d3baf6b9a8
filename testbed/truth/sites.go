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

// totals is one value per site.
type totals map[Place]float64

// HeapSites returns the sites whose bytes in use grew from before to after, the largest first. What grew in
// the twin as well is not the leak's.
func HeapSites(before, after, twinBefore, twinAfter *profile.Profile) []Site {
	growth := difference(sumBySite(after, "inuse_space"), sumBySite(before, "inuse_space"))
	twin := difference(sumBySite(twinAfter, "inuse_space"), sumBySite(twinBefore, "inuse_space"))
	maps := func(p Place, v float64) bool { return math.Abs(twin[p]) < v/3 }
	return ranked(growth, Allocates, maps)
}

// GoroutineSites returns the sites in which more goroutines wait after than before, the most first.
func GoroutineSites(before, after *profile.Profile) []Site {
	growth := difference(sumBySite(after, "goroutine"), sumBySite(before, "goroutine"))
	return ranked(growth, Blocks, func(Place, float64) bool { return true })
}

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

func sumBySite(p *profile.Profile, sampleType string) totals {
	column := slices.IndexFunc(p.SampleType, func(t *profile.ValueType) bool { return t.Type == sampleType })
	sums := totals{}
	for _, sample := range p.Sample {
		if place, found := siteOf(sample); found && column >= 0 {
			sums[place] += float64(sample.Value[column])
		}
	}
	return sums
}

// siteOf returns the innermost frame of the service's own code, else the innermost frame.
func siteOf(sample *profile.Sample) (Place, bool) {
	var innermost Place
	found := false
	for _, location := range sample.Location {
		for _, line := range location.Line {
			place := Place{line.Function.Name, line.Function.Filename, int(line.Line)}
			if isOwn(place.Function) {
				return place, true
			}
			if !found {
				innermost, found = place, true
			}
		}
	}
	return innermost, found
}

func isOwn(function string) bool {
	return strings.HasPrefix(function, "shop/") || strings.HasPrefix(function, "main.")
}
