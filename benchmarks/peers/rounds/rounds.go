// Package rounds lets a program wait between rounds of measured operations.
package rounds

import (
	"bufio"
	"fmt"
	"log"
	"os"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Answer does operations as often as each line of standard input says. For each line it prints the CPU nanoseconds of the
// whole process (user and system, so with the collector's), the wall nanoseconds and the bytes allocated that they took.
func Answer(operate func() error) {
	rounds := bufio.NewScanner(os.Stdin)
	for rounds.Scan() {
		count, err := strconv.Atoi(rounds.Text())
		if err != nil {
			log.Fatal(err)
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start, cpu := time.Now(), cpuTime()
		for range count {
			if err := operate(); err != nil {
				log.Fatal(err)
			}
		}
		cpu, wall := cpuTime()-cpu, time.Since(start)
		runtime.ReadMemStats(&after)
		fmt.Printf("%d\t%d\t%d\n", cpu.Nanoseconds(), wall.Nanoseconds(), after.TotalAlloc-before.TotalAlloc)
	}
}

// Files reads the files that a list names, one on each line.
func Files(list string) [][]byte {
	names, err := os.ReadFile(list)
	if err != nil {
		log.Fatal(err)
	}
	var files [][]byte
	for name := range strings.Lines(string(names)) {
		data, err := os.ReadFile(strings.TrimSpace(name))
		if err != nil {
			log.Fatal(err)
		}
		files = append(files, data)
	}
	return files
}

func cpuTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		log.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
