// Package poolbursts works with pooled buffers under bursts; the pool empties itself afterwards.
package poolbursts

import (
	"net/http"
	"sync"
	"time"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

const (
	bufferBytes = 192 << 10
	takes       = 600 * time.Millisecond
)

var buffers = sync.Pool{New: func() any { return newBuffer() }}

func newBuffer() *[]byte {
	b := make([]byte, bufferBytes)
	return &b
}

// Mount adds the conversion route.
func Mount(env scenario.Env) {
	env.Routes.POST("/convert/:sku", func(c *gin.Context) {
		buffer := buffers.Get().(*[]byte)
		defer buffers.Put(buffer)
		n := copy(*buffer, c.Param("sku"))
		time.Sleep(takes)
		c.JSON(http.StatusOK, gin.H{"bytes": n})
	})
}
