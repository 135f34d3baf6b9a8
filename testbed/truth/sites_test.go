package truth

import (
	"testing"

	"github.com/google/pprof/profile"
)

func heapOf(bytesByStack map[string]int64) *profile.Profile {
	p := &profile.Profile{SampleType: []*profile.ValueType{{Type: "inuse_objects"}, {Type: "inuse_space"}}}
	for name, bytes := range bytesByStack {
		p.Sample = append(p.Sample, &profile.Sample{Location: []*profile.Location{
			located("net/textproto.readMIMEHeader"), located(name), located("net/http.(*conn).serve"),
		}, Value: []int64{1, bytes}})
	}
	return p
}

func located(name string) *profile.Location {
	return &profile.Location{Line: []profile.Line{{Function: &profile.Function{Name: name, Filename: "f.go"}, Line: 1}}}
}

func TestSitesAreTheServicesOwnFramesElseTheInnermost(t *testing.T) {
	before := heapOf(map[string]int64{"shop/a.Keep": 100, "net/http.readRequest": 100, "shop/b.Turnover": 900})
	after := heapOf(map[string]int64{"shop/a.Keep": 700, "net/http.readRequest": 400, "shop/b.Turnover": 910})
	twin := heapOf(map[string]int64{})
	sites := HeapSites([]*profile.Profile{before, after}, []*profile.Profile{twin, twin})
	if len(sites) != 2 || sites[0].Function != "shop/a.Keep" || sites[1].Function != "net/textproto.readMIMEHeader" {
		t.Errorf("sites are %+v", sites)
	}
}

func TestWhatGrowsInTheTwinIsNotTheLeaks(t *testing.T) {
	empty := heapOf(nil)
	leaking := heapOf(map[string]int64{"shop/a.Keep": 700, "shop/cache.Fill": 500})
	fixed := heapOf(map[string]int64{"shop/cache.Fill": 480})
	sites := HeapSites([]*profile.Profile{empty, leaking}, []*profile.Profile{empty, fixed})
	if len(sites) != 1 || sites[0].Function != "shop/a.Keep" {
		t.Errorf("sites are %+v", sites)
	}
}

func TestWhatARequestHoldsForAMomentIsNoGrowth(t *testing.T) {
	quiet, caught := map[string]int64{"shop/a.Keep": 100}, map[string]int64{"shop/a.Keep": 130, "shop/feed.Zip": 9000}
	run := []*profile.Profile{heapOf(quiet), heapOf(map[string]int64{"shop/a.Keep": 110}), heapOf(map[string]int64{"shop/a.Keep": 115}),
		heapOf(map[string]int64{"shop/a.Keep": 120}), heapOf(map[string]int64{"shop/a.Keep": 125}), heapOf(caught)}
	sites := HeapSites(run, []*profile.Profile{heapOf(nil), heapOf(nil)})
	if len(sites) != 1 || sites[0].Function != "shop/a.Keep" {
		t.Errorf("sites are %+v", sites)
	}
}
