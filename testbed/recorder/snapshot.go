package recorder

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"shop/truth"
)

// snapshotter reads one process's profiles and metrics into a directory.
type snapshotter struct {
	base, dir string
	client    *http.Client
	started   time.Time
}

func newSnapshotter(base, dir string) *snapshotter {
	// Uncompressed: a gzip writer that the metrics handler pools between scrapes shows as 0.8 MB of live heap.
	transport := &http.Transport{DisableCompression: true}
	return &snapshotter{base: base, dir: dir, client: &http.Client{Transport: transport, Timeout: 30 * time.Second}, started: time.Now()}
}

// take reads metrics, goroutines and heap, never with gc=1, and returns what the metrics said.
func (s *snapshotter) take(ctx context.Context, completeMetrics bool) (truth.Reading, error) {
	at := time.Now()
	text, err := s.get(ctx, "/metrics")
	if err != nil {
		return truth.Reading{}, err
	}
	kept, reading, err := readMetrics(text, completeMetrics)
	if err != nil {
		return truth.Reading{}, err
	}
	reading.Seconds = at.Sub(s.started).Seconds()
	if err := s.write("metrics", at, ".txt.gz", gzipped(kept)); err != nil {
		return truth.Reading{}, err
	}
	if err := s.copy(ctx, "/debug/pprof/goroutine", "goroutine", ".pb.gz"); err != nil {
		return truth.Reading{}, err
	}
	return reading, s.copy(ctx, "/debug/pprof/heap", "heap", ".pb.gz")
}

// takeDump reads all goroutines' stacks as text.
func (s *snapshotter) takeDump(ctx context.Context) error {
	at := time.Now()
	text, err := s.get(ctx, "/debug/pprof/goroutine?debug=2")
	if err != nil {
		return err
	}
	return s.write("goroutines", at, ".txt.gz", gzipped(text))
}

func (s *snapshotter) copy(ctx context.Context, path, kind, suffix string) error {
	at := time.Now()
	b, err := s.get(ctx, path)
	if err != nil {
		return err
	}
	if b, err = tightened(b); err != nil {
		return err
	}
	return s.write(kind, at, suffix, b)
}

// tightened compresses again what the service compressed in a hurry; the content stays.
func tightened(b []byte) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	plain, err := io.ReadAll(z)
	if err != nil {
		return nil, err
	}
	return gzipped(plain), nil
}

func (s *snapshotter) write(kind string, at time.Time, suffix string, b []byte) error {
	name := fmt.Sprintf("%s-%d%s", kind, at.UnixMilli(), suffix)
	return os.WriteFile(filepath.Join(s.dir, name), b, 0o644)
}

func (s *snapshotter) get(ctx context.Context, path string) ([]byte, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, s.base+path, nil)
	if err != nil {
		return nil, err
	}
	response, err := s.client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", path, response.Status)
	}
	return io.ReadAll(response.Body)
}

func gzipped(b []byte) []byte {
	var out bytes.Buffer
	z, _ := gzip.NewWriterLevel(&out, gzip.BestCompression)
	z.Write(b)
	z.Close()
	return out.Bytes()
}
