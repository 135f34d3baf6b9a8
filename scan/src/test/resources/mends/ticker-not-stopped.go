package shop

import "time"

// go 1.20

func beats(n int, done <-chan struct{}) {
	ticker := time.NewTicker(time.Second)
	for ; n > 0; n-- {
		select {
		case <-ticker.C:
		case <-done:
			return
		}
	}
}

func leavesChannel(n int) <-chan time.Time {
	ticker := time.NewTicker(time.Second) // left "ticker is returned"
	if n == 0 {
		return nil
	}
	return ticker.C
}
