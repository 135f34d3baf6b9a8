// Package serverbody leaves request bodies half read and unclosed; the server closes them itself.
package serverbody

import (
	"encoding/binary"
	"net/http"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

// Mount adds a route that looks at the first bytes of an upload only.
func Mount(env scenario.Env) {
	env.Routes.POST("/sniff", func(c *gin.Context) {
		var magic uint32
		if err := binary.Read(c.Request.Body, binary.BigEndian, &magic); err != nil {
			c.AbortWithStatusJSON(http.StatusBadRequest, gin.H{"error": err.Error()})
			return
		}
		c.JSON(http.StatusOK, gin.H{"magic": magic})
	})
}
