// Command oracle says what google/pprof's own parser finds in profiles, for tests to compare with.
//
//	oracle FILE...
//
// For each file it prints tab-separated lines, stacks leaf first and inlined calls included:
//
//	file     PATH
//	error    TEXT                                 instead of all that follows
//	header   TIME DURATION PERIOD PERIODTYPE DEFAULT
//	type     NAME UNIT TOTAL                      one for each value type
//	function TYPE NAME FLAT CUMULATIVE
//	line     TYPE NAME FLAT CUMULATIVE            NAME is "function file:line"
//	sample   VALUES LABELS FRAMES                 values by comma; labels and frames by U+001F
package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"

	"github.com/google/pprof/profile"
)

const separator = "\x1f"

func main() {
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	defer out.Flush()
	for _, path := range os.Args[1:] {
		fmt.Fprintf(out, "file\t%s\n", path)
		p, err := read(path)
		if err != nil {
			fmt.Fprintf(out, "error\t%s\n", strings.ReplaceAll(err.Error(), "\n", " "))
			continue
		}
		describe(out, p)
	}
}

func read(path string) (*profile.Profile, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	p, err := profile.ParseData(data)
	if err != nil {
		return nil, err
	}
	return p, p.CheckValid()
}

func describe(out *bufio.Writer, p *profile.Profile) {
	periodType := &profile.ValueType{}
	if p.PeriodType != nil {
		periodType = p.PeriodType
	}
	fmt.Fprintf(out, "header\t%d\t%d\t%d\t%s/%s\t%s\n",
		p.TimeNanos, p.DurationNanos, p.Period, periodType.Type, periodType.Unit, p.DefaultSampleType)
	for i, t := range p.SampleType {
		var total int64
		for _, s := range p.Sample {
			total += s.Value[i]
		}
		fmt.Fprintf(out, "type\t%s\t%s\t%d\n", t.Type, t.Unit, total)
	}
	for i := range p.SampleType {
		sums(out, "function", i, p, function)
		sums(out, "line", i, p, frame)
	}
	for _, s := range p.Sample {
		values := make([]string, len(s.Value))
		for i, v := range s.Value {
			values[i] = strconv.FormatInt(v, 10)
		}
		fmt.Fprintf(out, "sample\t%s\t%s\t%s\n",
			strings.Join(values, ","), strings.Join(labels(s), separator), strings.Join(stack(s, frame), separator))
	}
}

type naming func(profile.Line, *profile.Location) string

// sums adds up one value type: flat where a name is the leaf, cumulative once for each stack it is on.
func sums(out *bufio.Writer, kind string, i int, p *profile.Profile, name naming) {
	flat, cumulative := map[string]int64{}, map[string]int64{}
	for _, s := range p.Sample {
		seen := map[string]bool{}
		for depth, n := range stack(s, name) {
			if depth == 0 {
				flat[n] += s.Value[i]
			}
			if !seen[n] {
				seen[n] = true
				cumulative[n] += s.Value[i]
			}
		}
	}
	names := make([]string, 0, len(cumulative))
	for n := range cumulative {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		fmt.Fprintf(out, "%s\t%d\t%s\t%d\t%d\n", kind, i, n, flat[n], cumulative[n])
	}
}

func stack(s *profile.Sample, name naming) []string {
	var names []string
	for _, at := range s.Location {
		if len(at.Line) == 0 {
			names = append(names, fmt.Sprintf("%#x", at.Address))
		}
		for _, line := range at.Line {
			names = append(names, name(line, at))
		}
	}
	return names
}

func function(line profile.Line, at *profile.Location) string {
	if line.Function == nil {
		return fmt.Sprintf("%#x", at.Address)
	}
	return line.Function.Name
}

func frame(line profile.Line, at *profile.Location) string {
	if line.Function == nil || line.Function.Filename == "" {
		return function(line, at)
	}
	return fmt.Sprintf("%s %s:%d", line.Function.Name, line.Function.Filename, line.Line)
}

// labels gives "key=text" and "key#number unit", sorted.
func labels(s *profile.Sample) []string {
	var all []string
	for key, texts := range s.Label {
		for _, text := range texts {
			all = append(all, key+"="+text)
		}
	}
	for key, numbers := range s.NumLabel {
		for i, number := range numbers {
			unit := ""
			if units := s.NumUnit[key]; i < len(units) {
				unit = units[i]
			}
			all = append(all, fmt.Sprintf("%s#%d %s", key, number, unit))
		}
	}
	sort.Strings(all)
	return all
}
