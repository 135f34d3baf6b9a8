// Package highwater imports a supplier's price list into a map and empties it after the import.
package highwater

import (
	"net/http"
	"strconv"
	"sync"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

const pricesPerChunk = 900

type price struct {
	cents, since int64
	supplier     string
	note         [48]byte
}

// Import collects prices until they are taken over.
type Import struct {
	mu     sync.Mutex
	prices map[string]*price
}

// Add takes a chunk of the list in.
func (im *Import) Add(chunk string) int {
	im.mu.Lock()
	defer im.mu.Unlock()
	for i := range pricesPerChunk {
		im.prices[chunk+"/"+strconv.Itoa(i)] = &price{cents: int64(i), supplier: chunk}
	}
	return len(im.prices)
}

// Finish empties the map, which keeps its groups for the next import.
func (im *Import) Finish() int {
	im.mu.Lock()
	defer im.mu.Unlock()
	n := len(im.prices)
	clear(im.prices)
	return n
}

// Mount adds the import routes.
func Mount(env scenario.Env) {
	im := &Import{prices: map[string]*price{}}
	env.Routes.POST("/import/:order", func(c *gin.Context) {
		c.JSON(http.StatusOK, gin.H{"prices": im.Add(c.Param("order"))})
	})
	env.Routes.POST("/import-finish", func(c *gin.Context) {
		c.JSON(http.StatusOK, gin.H{"prices": im.Finish()})
	})
}
