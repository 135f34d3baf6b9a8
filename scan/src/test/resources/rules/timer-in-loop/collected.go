package shop

// go 1.23

import "time"

func fineCollected(messages chan int) {
	for {
		select {
		case <-messages:
		case <-time.After(time.Minute):
			return
		}
	}
}
