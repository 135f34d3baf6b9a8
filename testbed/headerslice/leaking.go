// Package headerslice counts which campaigns bring visitors.
package headerslice

import (
	"net/http"
	"sync"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

var (
	visitsMu sync.Mutex
	visits   []visit
)

type visit struct {
	referer, agent, cookie string
}

// RecordVisit notes where a visitor came from.
func RecordVisit(c *gin.Context) {
	visitsMu.Lock()
	// Leaks: every visit is kept for a report that only needs counts.
	visits = append(visits, visit{c.GetHeader("Referer"), c.GetHeader("User-Agent"), c.GetHeader("Cookie")})
	visitsMu.Unlock()
	c.Next()
}

// MountLeaking adds the landing route.
func MountLeaking(env scenario.Env) {
	env.Routes.GET("/landing/:campaign", RecordVisit, landing)
}

func landing(c *gin.Context) {
	c.JSON(http.StatusOK, gin.H{"campaign": c.Param("campaign")})
}
