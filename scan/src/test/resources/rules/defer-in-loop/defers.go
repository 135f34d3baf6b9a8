package shop

import (
	"context"
	"os"
	"sync"
	"time"
)

func each(names []string) error {
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close() // want "each turn of the loop defers one more"
	}
	return nil
}

func eachContext(ctx context.Context, names []string) {
	for range names {
		_, cancel := context.WithCancel(ctx)
		defer cancel() // want "each turn"
	}
}

func fineInLiteral(names []string) {
	for _, name := range names {
		func() {
			f, err := os.Open(name)
			if err != nil {
				return
			}
			defer f.Close()
		}()
	}
}

func fineLastTurn(names []string) error {
	for _, name := range names {
		f, err := os.Open(name)
		if err == nil {
			defer f.Close()
			return nil
		}
	}
	return os.ErrNotExist
}

func fineBefore(mu *sync.Mutex, names []string) {
	mu.Lock()
	defer mu.Unlock()
	for range names {
	}
}

func fineGoroutine(group *sync.WaitGroup, names []string) {
	for range names {
		go func() {
			defer group.Done()
		}()
	}
}

func fineKept(names []string) (int, error) {
	var files []*os.File
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return 0, err
		}
		defer f.Close()
		files = append(files, f)
	}
	return len(files), nil
}

func fineGiven(files []*os.File) {
	for _, f := range files {
		defer f.Close()
	}
}

func fineFew() error {
	for _, name := range []string{"first", "second"} {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
	}
	return nil
}

func fineTries(ctx context.Context, try func(context.Context) error) (err error) {
	for i := 0; err != nil && i < 3; i++ {
		tried, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel()
		err = try(tried)
	}
	return err
}

func fewOfMany(all [][]string) error {
	for _, names := range all {
		for i := 0; i < 2; i++ {
			f, err := os.Open(names[i])
			if err != nil {
				return err
			}
			defer f.Close() // want "each turn"
		}
	}
	return nil
}

func fineHeadStart(names []string, start func(string)) {
	for _, name := range names {
		timer := time.AfterFunc(time.Second, func() { start(name) })
		defer timer.Stop()
	}
	start("")
}

type worker struct{ ended chan bool }

func newWorker(name string) *worker { return &worker{make(chan bool)} }

func (w *worker) Run() { <-w.ended }

func (w *worker) Stop() { close(w.ended) }

func fineWorks(names []string, wait func()) {
	for _, name := range names {
		w := newWorker(name)
		go w.Run()
		defer w.Stop()
	}
	wait()
}
