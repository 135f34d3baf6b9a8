package tickerperrequest

import (
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

// AskEach returns how many carriers answered in time.
func AskEach(order string) int {
	slow := time.NewTicker(slowAfter)
	defer slow.Stop()
	answered := 0
	for _, carrier := range carriers {
		slow.Reset(slowAfter)
		if ask(carrier, order, slow.C) {
			answered++
		}
	}
	return answered
}

// MountFixed adds the carriers' route.
func MountFixed(env scenario.Env) {
	env.Routes.GET("/carriers/:order", func(c *gin.Context) {
		c.JSON(http.StatusOK, gin.H{"answered": AskEach(c.Param("order"))})
	})
}
