// Package tickerperrequest asks several carriers in turn and notes when one takes long.
package tickerperrequest

import (
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

const slowAfter = 10 * time.Minute

var carriers = []string{"slowpost", "quickpost", "bike", "ship", "rail", "air"}

// AskAll returns how many carriers answered in time.
func AskAll(order string) int {
	answered := 0
	for _, carrier := range carriers {
		// Leaks with asynctimerchan=1 and before Go 1.23: a ticker that is not stopped is never collected.
		slow := time.NewTicker(slowAfter)
		if ask(carrier, order, slow.C) {
			answered++
		}
	}
	return answered
}

func ask(carrier, order string, slow <-chan time.Time) bool {
	select {
	case <-slow:
		return false
	default:
		return len(carrier) < len(order)
	}
}

// MountLeaking adds the carriers' route.
func MountLeaking(env scenario.Env) {
	env.Routes.GET("/carriers/:order", func(c *gin.Context) {
		c.JSON(http.StatusOK, gin.H{"answered": AskAll(c.Param("order"))})
	})
}
