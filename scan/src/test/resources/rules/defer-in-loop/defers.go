package shop

import (
	"context"
	"os"
	"sync"
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
