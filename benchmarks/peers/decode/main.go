// Command decode is the peer of Tidemark's own reader: it parses one profile, or parses and merges several, as often
// as it is told to, with github.com/google/pprof/profile.
//
//	decode FILE…
//
// Each line of its input is a count of operations; it answers with the CPU nanoseconds of the whole process (user and
// system, so with the collector's), the wall nanoseconds and the bytes allocated that they took.
package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
	"runtime"
	"strconv"
	"syscall"
	"time"

	"github.com/google/pprof/profile"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("decode: ")
	var files [][]byte
	for _, name := range os.Args[1:] {
		data, err := os.ReadFile(name)
		if err != nil {
			log.Fatal(err)
		}
		files = append(files, data)
	}
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
			if err := operate(files); err != nil {
				log.Fatal(err)
			}
		}
		cpu, wall := cpuTime()-cpu, time.Since(start)
		runtime.ReadMemStats(&after)
		fmt.Printf("%d\t%d\t%d\n", cpu.Nanoseconds(), wall.Nanoseconds(), after.TotalAlloc-before.TotalAlloc)
	}
}

func operate(files [][]byte) error {
	profiles := make([]*profile.Profile, len(files))
	for i, data := range files {
		parsed, err := profile.ParseData(data)
		if err != nil {
			return err
		}
		profiles[i] = parsed
	}
	if len(profiles) == 1 {
		return nil
	}
	_, err := profile.Merge(profiles)
	return err
}

func cpuTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		log.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
