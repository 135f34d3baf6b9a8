// Command table prints the Markdown table of captures/README.md from the truth files.
package main

import (
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"shop/registry"
	"shop/scenario"
	"shop/truth"
)

func main() {
	captures := flag.String("captures", "../captures", "the recordings")
	flag.Parse()
	if err := run(*captures); err != nil {
		fmt.Fprintln(os.Stderr, "table:", err)
		os.Exit(1)
	}
}

type row struct {
	dir   string
	truth truth.Record
	bytes int64
}

func run(captures string) error {
	rows, err := readRows(captures)
	if err != nil {
		return err
	}
	slices.SortFunc(rows, func(a, b row) int {
		return cmp.Or(order(a.truth.Scenario)-order(b.truth.Scenario), cmp.Compare(b.dir, a.dir))
	})
	fmt.Println("| run | verdict | live heap at first → last, MB | live heap, MB/min | goroutines/min | resident set, MB/min | requests/s | Go | size, KB |")
	fmt.Println("|---|---|---|---|---|---|---|---|---|")
	for _, r := range rows {
		t := r.truth
		version := t.Go
		if t.Godebug != "" {
			version += " " + t.Godebug
		}
		fmt.Printf("| %s | %s | %.1f → %.1f | %+.2f | %+.0f | %+.1f | %.0f | %s | %d |\n", r.dir, t.Verdict,
			t.LiveHeapBytes.First/1e6, t.LiveHeapBytes.Last/1e6, t.Grows.LiveHeapBytesPerMinute/1e6,
			t.Grows.GoroutinesPerMinute, t.Grows.RSSBytesPerMinute/1e6, t.RequestsPerSecond, version, r.bytes/1000)
	}
	return nil
}

func order(name string) int {
	return slices.IndexFunc(registry.All, func(s scenario.Scenario) bool { return s.Name == name })
}

func readRows(captures string) ([]row, error) {
	files, err := filepath.Glob(filepath.Join(captures, "*", "*", "truth.json"))
	if err != nil {
		return nil, err
	}
	var rows []row
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		r := row{}
		if err := json.Unmarshal(b, &r.truth); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		if r.bytes, err = sizeOf(filepath.Dir(file)); err != nil {
			return nil, err
		}
		if r.dir, err = filepath.Rel(captures, filepath.Dir(file)); err != nil {
			return nil, err
		}
		rows = append(rows, r)
	}
	return rows, nil
}

func sizeOf(dir string) (int64, error) {
	var sum int64
	err := filepath.WalkDir(dir, func(_ string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		sum += info.Size()
		return nil
	})
	return sum, err
}
