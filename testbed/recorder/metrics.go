package recorder

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	dto "github.com/prometheus/client_model/go"
	"github.com/prometheus/common/expfmt"
	"github.com/prometheus/common/model"

	"shop/truth"
)

// readMetrics returns the families a recording keeps, as text, and the reading in them. Help texts and
// histograms are three quarters of a snapshot and the same every time, so only complete ones have them.
func readMetrics(text []byte, complete bool) ([]byte, truth.Reading, error) {
	parser := expfmt.NewTextParser(model.UTF8Validation)
	families, err := parser.TextToMetricFamilies(bytes.NewReader(text))
	if err != nil {
		return nil, truth.Reading{}, fmt.Errorf("metrics: %w", err)
	}
	reading, err := readingOf(families)
	if err != nil {
		return nil, truth.Reading{}, err
	}
	var kept bytes.Buffer
	for _, name := range sortedNames(families) {
		family := families[name]
		if !isKept(name) {
			continue
		}
		if !complete {
			if family.GetType() == dto.MetricType_HISTOGRAM {
				continue
			}
			family.Help = nil
		}
		if _, err := expfmt.MetricFamilyToText(&kept, family); err != nil {
			return nil, truth.Reading{}, err
		}
	}
	return kept.Bytes(), reading, nil
}

func isKept(name string) bool {
	return strings.HasPrefix(name, "go_") || strings.HasPrefix(name, "process_") || name == "http_requests_total"
}

func sortedNames(families map[string]*dto.MetricFamily) []string {
	names := make([]string, 0, len(families))
	for name := range families {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func readingOf(families map[string]*dto.MetricFamily) (truth.Reading, error) {
	var reading truth.Reading
	for name, target := range map[string]*float64{
		"go_gc_heap_live_bytes":         &reading.LiveHeapBytes,
		"go_goroutines":                 &reading.Goroutines,
		"process_resident_memory_bytes": &reading.RSSBytes,
		"go_memstats_alloc_bytes_total": &reading.AllocatedBytes,
		"http_requests_total":           &reading.Requests,
	} {
		family, found := families[name]
		if !found {
			return truth.Reading{}, fmt.Errorf("metrics have no %s", name)
		}
		for _, m := range family.Metric {
			*target += m.GetGauge().GetValue() + m.GetCounter().GetValue()
		}
	}
	return reading, nil
}
