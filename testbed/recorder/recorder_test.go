package recorder

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shop/registry"
	"shop/scenario"
	"shop/truth"
)

const metricsText = `# TYPE go_gc_heap_live_bytes gauge
go_gc_heap_live_bytes 1.5e+07
# TYPE go_goroutines gauge
go_goroutines 9
# TYPE go_memstats_alloc_bytes_total counter
go_memstats_alloc_bytes_total 4e+08
# TYPE process_resident_memory_bytes gauge
process_resident_memory_bytes 5e+07
# TYPE http_requests_total counter
http_requests_total{route="/a"} 2
http_requests_total{route="/b"} 3
# TYPE go_gc_pauses_seconds histogram
go_gc_pauses_seconds_bucket{le="+Inf"} 1
go_gc_pauses_seconds_sum 1
go_gc_pauses_seconds_count 1
# TYPE account_page_seconds gauge
account_page_seconds 1
`

func TestMetricsKeepTheirFamiliesAndSumRequests(t *testing.T) {
	kept, reading, err := readMetrics([]byte(metricsText), false)
	if err != nil {
		t.Fatal(err)
	}
	want := truth.Reading{LiveHeapBytes: 1.5e7, Goroutines: 9, RSSBytes: 5e7, AllocatedBytes: 4e8, Requests: 5}
	if reading != want {
		t.Errorf("read %+v", reading)
	}
	if strings.Contains(string(kept), "account_page") || strings.Contains(string(kept), "pauses") {
		t.Errorf("kept too much:\n%s", kept)
	}
	if kept, _, _ = readMetrics([]byte(metricsText), true); !strings.Contains(string(kept), "go_gc_pauses_seconds_bucket") {
		t.Error("histograms were asked for")
	}
}

func TestMetricsWithoutTheLiveHeapAreRefused(t *testing.T) {
	if _, _, err := readMetrics([]byte("go_goroutines 9\n"), false); err == nil {
		t.Error("a recording without live heap proves nothing")
	}
}

func TestCreatorIsTheOneOfMostGoroutines(t *testing.T) {
	one := "goroutine 7 [chan send]:\nshop/a.Quote.func1()\n\tshop/a/leaking.go:31 +0x2b\ncreated by shop/a.Quote in goroutine 5\n\tshop/a/leaking.go:29 +0x9a"
	other := "goroutine 8 [select]:\nnet/http.(*conn).serve()\n\tnet/http/server.go:1 +0x2b\ncreated by net/http.(*Server).Serve in goroutine 1\n\tnet/http/server.go:2 +0x9a"
	place := creatorOf([]byte(other+"\n\n"+one+"\n\n"+one), "shop/a.Quote.func1")
	if place == nil || *place != (truth.Place{Function: "shop/a.Quote", File: "shop/a/leaking.go", Line: 29}) {
		t.Errorf("creator is %+v", place)
	}
}

func TestEveryScenarioCanBeMountedAndItsKeeperFound(t *testing.T) {
	for _, s := range registry.All {
		for _, v := range s.Variants() {
			if s.Mount(v) == nil {
				t.Errorf("%s has no %s variant", s.Name, v)
			}
		}
		if !s.IsPair() {
			continue
		}
		file := s.Name + "/leaking.go"
		source, err := os.ReadFile(filepath.Join("..", file))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := truth.FindKeeper("shop/"+file, source, s.Keeper); err != nil {
			t.Errorf("%s: %v", s.Name, err)
		}
		if s.Verdict == scenario.Steady {
			t.Errorf("%s is a pair that claims no leak", s.Name)
		}
	}
}
