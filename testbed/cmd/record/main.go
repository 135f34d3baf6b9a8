// Command record records scenarios of the testbed into a directory of captures.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"time"

	"shop/recorder"
	"shop/registry"
	"shop/scenario"
)

func main() {
	captures := flag.String("captures", "../captures", "where recordings go")
	sources := flag.String("testbed", ".", "the testbed's directory")
	parallel := flag.Int("parallel", 6, "processes at once")
	length := flag.Duration("for", 150*time.Second, "length of a recording")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: record [flags] [scenario...]   (none: all)")
		flag.PrintDefaults()
	}
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	r := &recorder.Recorder{
		Sources: *sources, Captures: *captures, Log: os.Stdout, Slots: make(chan struct{}, *parallel),
		StartUp: 12 * time.Second, Every: 10 * time.Second, For: *length, Survey: 50 * time.Second,
	}
	if err := run(ctx, r, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "record:", err)
		stop()
		os.Exit(1)
	}
}

func run(ctx context.Context, r *recorder.Recorder, names []string) error {
	scenarios, err := choose(names)
	if err != nil {
		return err
	}
	// The program's path is in every profile, so it is built where the path tells nothing.
	dir, err := os.MkdirTemp("", "shop-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if r.Program, err = build(ctx, r.Sources, dir); err != nil {
		return err
	}
	upstream, endUpstream, err := recorder.StartUpstream()
	if err != nil {
		return err
	}
	defer endUpstream()
	r.Upstream = upstream
	return recordAll(ctx, r, scenarios)
}

func choose(names []string) ([]scenario.Scenario, error) {
	if len(names) == 0 {
		return registry.All, nil
	}
	var chosen []scenario.Scenario
	for _, name := range names {
		s, known := registry.Find(name)
		if !known {
			return nil, fmt.Errorf("no scenario %q", name)
		}
		chosen = append(chosen, s)
	}
	return chosen, nil
}

func build(ctx context.Context, sources, dir string) (string, error) {
	program, err := filepath.Abs(filepath.Join(dir, "shop"))
	if err != nil {
		return "", err
	}
	command := exec.CommandContext(ctx, "go", "build", "-trimpath", "-buildvcs=false", "-o", program, "./cmd/shop")
	command.Dir = sources
	command.Env = append(os.Environ(), "CGO_ENABLED=0")
	if output, err := command.CombinedOutput(); err != nil {
		return "", fmt.Errorf("building the shop: %w\n%s", err, output)
	}
	return program, nil
}

// recordAll records every scenario even if some fail, and returns all failures.
func recordAll(ctx context.Context, r *recorder.Recorder, scenarios []scenario.Scenario) error {
	failures := make(chan error, len(scenarios))
	for _, s := range scenarios {
		go func() { failures <- r.Record(ctx, s) }()
	}
	var problems []error
	for range scenarios {
		if err := <-failures; err != nil {
			fmt.Fprintln(os.Stderr, "record:", err)
			problems = append(problems, err)
		}
	}
	if len(problems) > 0 {
		return fmt.Errorf("%d of %d scenarios failed: %w", len(problems), len(scenarios), errors.Join(problems...))
	}
	return nil
}
