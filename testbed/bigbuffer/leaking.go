// Package bigbuffer remembers the signature of every upload, to recognise repeated ones.
package bigbuffer

import (
	"io"
	"net/http"
	"sync"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

const signatureBytes = 32

// Uploads knows the signatures seen so far.
type Uploads struct {
	mu         sync.Mutex
	signatures [][]byte
}

// Receive reads an upload and notes its signature.
func (u *Uploads) Receive(body io.Reader) (int, error) {
	content, err := io.ReadAll(body)
	if err != nil {
		return 0, err
	}
	signature := content[:min(signatureBytes, len(content))]
	u.mu.Lock()
	defer u.mu.Unlock()
	// Leaks: 32 bytes are noted, and they keep the whole upload they are a slice of.
	u.signatures = append(u.signatures, signature)
	return len(content), nil
}

// MountLeaking adds the upload route.
func MountLeaking(env scenario.Env) {
	env.Routes.POST("/uploads", uploadHandler((&Uploads{}).Receive))
}

func uploadHandler(receive func(io.Reader) (int, error)) gin.HandlerFunc {
	return func(c *gin.Context) {
		n, err := receive(c.Request.Body)
		if err != nil {
			c.AbortWithStatusJSON(http.StatusBadRequest, gin.H{"error": err.Error()})
			return
		}
		c.JSON(http.StatusCreated, gin.H{"bytes": n})
	}
}
