// Command measure runs commands one after the other, so many rounds, and prints for each what one run of it takes,
// all its children included.
//
//	measure -n 20 -- ./tidemark diff a b -- go tool pprof -top -diff_base a b
//
// A line for each command, tab-separated: median CPU seconds (user and system), least CPU seconds, median wall
// seconds, largest resident set in bytes, exit code. A resident set is that of the largest process, not a sum.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os/exec"
	"runtime"
	"slices"
	"syscall"
	"time"
)

type runs struct {
	command   []string
	cpu, wall []float64
	resident  int64
	exitCode  int
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("measure: ")
	n := flag.Int("n", 10, "rounds")
	flag.Parse()
	commands := split(flag.Args())
	if *n < 1 || len(commands) == 0 {
		log.Fatal("usage: measure -n ROUNDS -- COMMAND ARG… [-- COMMAND ARG…]…")
	}
	for range *n {
		for _, c := range commands {
			if err := c.run(); err != nil {
				log.Fatal(err)
			}
		}
	}
	for _, c := range commands {
		fmt.Printf("%.4f\t%.4f\t%.4f\t%d\t%d\n", median(c.cpu), slices.Min(c.cpu), median(c.wall), c.resident, c.exitCode)
	}
}

func split(args []string) []*runs {
	var commands []*runs
	var current *runs
	for _, arg := range args {
		if arg == "--" {
			current = nil
			continue
		}
		if current == nil {
			current = &runs{}
			commands = append(commands, current)
		}
		current.command = append(current.command, arg)
	}
	return commands
}

func (r *runs) run() error {
	command := exec.Command(r.command[0], r.command[1:]...)
	output := &tail{}
	command.Stderr = output
	start := time.Now()
	err := command.Run()
	wall := time.Since(start)
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return err
	}
	state := command.ProcessState
	// 1 to 3 are verdicts of Tidemark's, of which 2 says that nothing was read.
	if code := state.ExitCode(); code == 2 || code > 3 || code < 0 {
		return fmt.Errorf("%v: %v\n%s", r.command, state, output.text)
	}
	usage := state.SysUsage().(*syscall.Rusage)
	resident := usage.Maxrss
	if runtime.GOOS != "darwin" {
		resident *= 1024
	}
	r.cpu = append(r.cpu, (state.UserTime() + state.SystemTime()).Seconds())
	r.wall = append(r.wall, wall.Seconds())
	r.resident = max(r.resident, resident)
	r.exitCode = state.ExitCode()
	return nil
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	middle := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[middle]
	}
	return (sorted[middle-1] + sorted[middle]) / 2
}

// tail keeps the last of what is written to it.
type tail struct{ text []byte }

var _ io.Writer = (*tail)(nil)

func (t *tail) Write(p []byte) (int, error) {
	t.text = append(t.text, p...)
	if extra := len(t.text) - 2000; extra > 0 {
		t.text = t.text[extra:]
	}
	return len(p), nil
}
