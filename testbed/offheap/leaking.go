// Package offheap scales pictures in memory that Go's collector does not manage.
package offheap

import (
	"fmt"
	"net/http"
	"syscall"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

const canvasBytes = 48 << 10

// newCanvas maps anonymous memory, as bindings to image libraries do.
func newCanvas() ([]byte, error) {
	canvas, err := syscall.Mmap(-1, 0, canvasBytes, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		return nil, fmt.Errorf("canvas of %d bytes: %w", canvasBytes, err)
	}
	return canvas, nil
}

func paint(canvas []byte, picture string) int {
	sum := 0
	for i := range canvas {
		canvas[i] = picture[i%len(picture)]
		sum += int(canvas[i])
	}
	return sum
}

// Thumbnail scales a picture.
func Thumbnail(picture string) (int, error) {
	// Leaks: nothing unmaps the canvas, and no heap profile shows it.
	canvas, err := newCanvas()
	if err != nil {
		return 0, err
	}
	return paint(canvas, picture), nil
}

// MountLeaking adds the thumbnail route.
func MountLeaking(env scenario.Env) {
	env.Routes.GET("/thumbnail/:sku", thumbnailHandler(Thumbnail))
}

func thumbnailHandler(thumbnail func(string) (int, error)) gin.HandlerFunc {
	return func(c *gin.Context) {
		sum, err := thumbnail(c.Param("sku"))
		if err != nil {
			c.AbortWithStatusJSON(http.StatusInternalServerError, gin.H{"error": err.Error()})
			return
		}
		c.JSON(http.StatusOK, gin.H{"checksum": sum})
	}
}
