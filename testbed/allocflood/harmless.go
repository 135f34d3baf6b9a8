// Package allocflood compares pictures pixel by pixel and wants a fresh bitmap for each.
package allocflood

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

const (
	smallBitmap = 16 << 10
	fullBitmap  = 1 << 20
)

// Compare allocates much and keeps nothing.
func Compare(bitmapBytes int) int {
	bitmap := newBitmap(bitmapBytes)
	for i := 0; i < len(bitmap); i += 512 {
		bitmap[i] = byte(i)
	}
	return len(bitmap)
}

func newBitmap(n int) []byte {
	return make([]byte, n)
}

// Mount adds the comparison route.
func Mount(env scenario.Env) {
	env.Routes.GET("/compare/:size", func(c *gin.Context) {
		size := smallBitmap
		if c.Param("size") == "full" {
			size = fullBitmap
		}
		c.JSON(http.StatusOK, gin.H{"bytes": Compare(size)})
	})
}
