// Package iterpull shows the first lines of an order's history.
package iterpull

import (
	"iter"
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

// History yields an order's events, newest first.
func History(order string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := 500; i > 0; i-- {
			if !yield("event " + strconv.Itoa(i) + " of " + order) {
				return
			}
		}
	}
}

// FirstLines returns the newest n events.
func FirstLines(order string, n int) []string {
	// Leaks: without stop the iterator's coroutine waits for ever for the next pull.
	next, _ := iter.Pull(History(order))
	return pull(next, n)
}

func pull(next func() (string, bool), n int) []string {
	lines := make([]string, 0, n)
	for range n {
		line, more := next()
		if !more {
			break
		}
		lines = append(lines, line)
	}
	return lines
}

// MountLeaking adds the history route.
func MountLeaking(env scenario.Env) {
	env.Routes.GET("/history/:order", func(c *gin.Context) {
		c.JSON(http.StatusOK, FirstLines(c.Param("order"), 10))
	})
}
