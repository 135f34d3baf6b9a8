package lostcancel

import (
	"context"
	"net/http"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

// Run exports within the request and releases the job's context at its end.
func (e *Exports) Run(merchant string) int {
	ctx := context.WithValue(e.lifetime, settingsKey{}, newSettings(merchant))
	j := &job{}
	j.ctx, j.cancel = context.WithCancel(ctx)
	defer j.cancel()
	return j.run()
}

// MountFixed adds the export route.
func MountFixed(env scenario.Env) {
	exports := &Exports{lifetime: env.Lifetime}
	env.Routes.POST("/exports/:merchant", func(c *gin.Context) {
		c.JSON(http.StatusOK, gin.H{"rows": exports.Run(c.Param("merchant"))})
	})
}
