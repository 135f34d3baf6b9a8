// Package recorder runs a scenario under load, records its profiles and metrics without ever forcing a
// collection, and checks that the recording is what it claims to be.
package recorder

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/pprof/profile"

	"shop/loadgen"
	"shop/scenario"
	"shop/truth"
)

// Recorder records scenarios.
type Recorder struct {
	Program  string // the shop
	Sources  string // the testbed's directory
	Captures string // where the recordings go
	Upstream string
	StartUp  time.Duration // before the first snapshot
	Every    time.Duration
	For      time.Duration
	Survey   time.Duration // of the run with fine sampling that tells a leak's sites
	Slots    chan struct{} // how many processes at once
	Log      io.Writer
}

// surveySamplingBytes is far finer than Go's 512 KiB, so that even small shares of a slow leak are seen.
const surveySamplingBytes = 2048

// recording is one recorded run.
type recording struct {
	dir string
	run truth.Run
}

// Record records all variants of a scenario, checks them against its claim, and only then puts them into place.
func (r *Recorder) Record(ctx context.Context, s scenario.Scenario) error {
	temporary, err := os.MkdirTemp(r.Captures, ".recording-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temporary)
	recordings, err := r.recordVariants(ctx, s, temporary)
	if err != nil {
		return err
	}
	if err := check(s, recordings); err != nil {
		return fmt.Errorf("%s is not what it claims: %w\n%s", s.Name, err, describe(recordings))
	}
	if err := r.writeTruths(ctx, s, recordings); err != nil {
		return err
	}
	return r.place(s, recordings)
}

func (r *Recorder) recordVariants(ctx context.Context, s scenario.Scenario, parent string) (map[scenario.Variant]recording, error) {
	type outcome struct {
		variant   scenario.Variant
		recording recording
		err       error
	}
	variants := s.Variants()
	outcomes := make(chan outcome, len(variants))
	for _, v := range variants {
		go func() {
			dir := filepath.Join(parent, string(v))
			run, err := r.recordOne(ctx, s, v, dir)
			outcomes <- outcome{v, recording{dir, run}, err}
		}()
	}
	recordings := map[scenario.Variant]recording{}
	var problems []error
	for range variants {
		o := <-outcomes
		recordings[o.variant] = o.recording
		if o.err != nil {
			problems = append(problems, fmt.Errorf("%s/%s: %w", s.Name, o.variant, o.err))
		}
	}
	return recordings, errors.Join(problems...)
}

func (r *Recorder) recordOne(ctx context.Context, s scenario.Scenario, v scenario.Variant, dir string) (truth.Run, error) {
	if err := os.Mkdir(dir, 0o755); err != nil {
		return nil, err
	}
	var run truth.Run
	err := r.drive(ctx, s, v, r.For, nil, func(base string) error {
		var err error
		run, err = r.snapshots(ctx, newSnapshotter(base, dir))
		return err
	})
	return run, err
}

// drive starts a shop under the scenario's load, waits for it to settle, hands it to observe, and ends it.
func (r *Recorder) drive(ctx context.Context, s scenario.Scenario, v scenario.Variant, length time.Duration, godebug []string, observe func(base string) error) error {
	r.Slots <- struct{}{}
	defer func() { <-r.Slots }()
	p, err := start(processOptions{r.Program, s.Name, string(v), r.Upstream, append(godebug, nonEmpty(s.Godebug)...)})
	if err != nil {
		return err
	}
	loading, endLoad := context.WithCancel(ctx)
	loaded := make(chan error, 1)
	go func() {
		loaded <- r.load(loading, p.base, s, r.StartUp+length+5*time.Second)
	}()
	select {
	case <-ctx.Done():
		err = ctx.Err()
	case <-time.After(r.StartUp):
		err = observe(p.base)
	}
	endLoad()
	return errors.Join(err, <-loaded, p.stop())
}

func nonEmpty(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

func (r *Recorder) load(ctx context.Context, base string, s scenario.Scenario, length time.Duration) error {
	result, err := loadgen.Run(ctx, loadgen.Plan{
		Target: base, Routes: loadgen.Join(loadgen.Background, s.Routes), Pattern: s.Pattern,
		For: length, MaxRequests: 50_000, MaxInFlight: 200, Seed: 1,
	})
	if err != nil {
		return err
	}
	// The requests that were in flight when the load ended are the only ones that may fail.
	if result.Failed > 200 || result.Skipped > 0 {
		return fmt.Errorf("of %d requests %d failed and %d were skipped", result.Sent, result.Failed, result.Skipped)
	}
	return nil
}

func (r *Recorder) snapshots(ctx context.Context, s *snapshotter) (truth.Run, error) {
	count := int(r.For/r.Every) + 1
	ticker := time.NewTicker(r.Every)
	defer ticker.Stop()
	var run truth.Run
	for i := range count {
		reading, err := s.take(ctx, i == 0 || i == count-1)
		if err != nil {
			return nil, err
		}
		run = append(run, reading)
		if i == 0 || i == count/2 || i == count-1 {
			if err := s.takeDump(ctx); err != nil {
				return nil, err
			}
		}
		if i < count-1 {
			select {
			case <-ctx.Done():
				return nil, ctx.Err()
			case <-ticker.C:
			}
		}
	}
	return run, nil
}

func check(s scenario.Scenario, recordings map[scenario.Variant]recording) error {
	if s.IsPair() {
		return truth.CheckPair(s.Verdict, recordings[scenario.LeakingVariant].run, recordings[scenario.FixedVariant].run)
	}
	return truth.CheckHarmless(s.Verdict, recordings[scenario.HarmlessVariant].run)
}

// describe shows the readings of a recording that was refused.
func describe(recordings map[scenario.Variant]recording) string {
	var b strings.Builder
	for variant, recording := range recordings {
		fmt.Fprintf(&b, "%s: seconds, live heap, goroutines, resident set\n", variant)
		for _, r := range recording.run {
			fmt.Fprintf(&b, "%6.0f %12.0f %6.0f %12.0f\n", r.Seconds, r.LiveHeapBytes, r.Goroutines, r.RSSBytes)
		}
	}
	return b.String()
}

func (r *Recorder) writeTruths(ctx context.Context, s scenario.Scenario, recordings map[scenario.Variant]recording) error {
	for variant, recording := range recordings {
		t := r.newTruth(s, variant, recording.run)
		if variant == scenario.LeakingVariant {
			if err := r.addGuilt(ctx, &t, s, recording.dir); err != nil {
				return err
			}
		}
		b, err := json.MarshalIndent(t, "", "  ")
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(recording.dir, "truth.json"), append(b, '\n'), 0o644); err != nil {
			return err
		}
	}
	return nil
}

func (r *Recorder) newTruth(s scenario.Scenario, variant scenario.Variant, run truth.Run) truth.Record {
	t := truth.Record{
		Schema: truth.Schema, Scenario: s.Name, Variant: variant, Verdict: s.Verdict, About: s.About,
		Sites: []truth.Site{}, Go: runtime.Version(), Godebug: s.Godebug,
		Seconds: int(run[len(run)-1].Seconds), RequestsPerSecond: run.RequestsPerSecond(),
		Grows: run.Growth(), GrowsInTheLastPart: run.Between(0.66, 1).Growth(), LiveHeapBytes: run.LiveHeap(),
	}
	if variant == scenario.FixedVariant {
		t.Verdict = scenario.Steady
		t.About = "The fixed twin, under the same load. The leak it has not: " + s.About
	}
	return t
}

// addGuilt says which sites grow, what keeps the memory and what starts the goroutines.
func (r *Recorder) addGuilt(ctx context.Context, t *truth.Record, s scenario.Scenario, dir string) error {
	file := filepath.Join(s.Name, "leaking.go")
	source, err := os.ReadFile(filepath.Join(r.Sources, file))
	if err != nil {
		return err
	}
	keeper, err := truth.FindKeeper("shop/"+filepath.ToSlash(file), source, s.Keeper)
	if err != nil {
		return err
	}
	t.Keeper = &keeper
	if s.Verdict == scenario.OutsideHeap {
		t.AllocationSites = "None: the memory is mapped outside Go's heap, and no profile shows where."
		return nil
	}
	if s.Verdict == scenario.GoroutineLeak {
		if err := addBlocked(t, dir); err != nil {
			return err
		}
	}
	sites, profiles, err := r.survey(ctx, s)
	if err != nil {
		return err
	}
	keeper = truth.NameIn(keeper, profiles)
	if s.Verdict == scenario.GoroutineLeak {
		// Behind leaked goroutines small shares are of their parts, and name places that tell nobody anything.
		sites = slices.DeleteFunc(sites, func(site truth.Site) bool { return site.ShareOfGrowth < 0.1 })
	}
	t.Sites = append(t.Sites, sites...)
	t.AllocationSites = "Shares of 'allocates' are of the growth of bytes in use of a second run of the same program that sampled every " +
		strconv.Itoa(surveySamplingBytes) + " bytes; sites that grew in the fixed twin as well are left out."
	return nil
}

func addBlocked(t *truth.Record, dir string) error {
	profiles, err := filepath.Glob(filepath.Join(dir, "goroutine-*.pb.gz"))
	if err != nil {
		return err
	}
	slices.Sort(profiles)
	before, err := readProfile(profiles[0])
	if err != nil {
		return err
	}
	after, err := readProfile(profiles[len(profiles)-1])
	if err != nil {
		return err
	}
	t.Sites = truth.GoroutineSites(before, after)
	if len(t.Sites) == 0 {
		return fmt.Errorf("%s: no goroutines grew", t.Scenario)
	}
	dump, err := lastDump(dir)
	if err != nil {
		return err
	}
	t.Creator = creatorOf(dump, t.Sites[0].Function)
	return nil
}

func readProfile(name string) (*profile.Profile, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return profile.Parse(f)
}

func lastDump(dir string) ([]byte, error) {
	dumps, err := filepath.Glob(filepath.Join(dir, "goroutines-*.txt.gz"))
	if err != nil {
		return nil, err
	}
	b, err := os.ReadFile(slices.Max(dumps))
	if err != nil {
		return nil, err
	}
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

// place moves the recordings to where they belong, over older ones.
func (r *Recorder) place(s scenario.Scenario, recordings map[scenario.Variant]recording) error {
	for variant, recording := range recordings {
		name := string(variant)
		if variant == scenario.HarmlessVariant {
			name = "run"
		}
		target := filepath.Join(r.Captures, s.Name, name)
		if err := errors.Join(os.RemoveAll(target), os.MkdirAll(filepath.Dir(target), 0o755)); err != nil {
			return err
		}
		if err := os.Rename(recording.dir, target); err != nil {
			return err
		}
	}
	growth := map[scenario.Variant]truth.Growth{}
	for variant, recording := range recordings {
		growth[variant] = recording.run.Growth()
	}
	b, _ := json.Marshal(growth)
	fmt.Fprintf(r.Log, "%s: %s\n", s.Name, b)
	return nil
}
