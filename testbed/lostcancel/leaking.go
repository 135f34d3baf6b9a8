// Package lostcancel exports a merchant's orders in jobs that end with the process.
package lostcancel

import (
	"context"
	"net/http"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

type settingsKey struct{}

// Settings is what a merchant's export is made with.
type Settings struct {
	Merchant string
	Columns  [24]string
	Filter   [96]int64
}

// Exports starts jobs below one context that ends with the process.
type Exports struct {
	lifetime context.Context
}

type job struct {
	ctx    context.Context
	cancel context.CancelFunc
}

// Start runs an export in the background of the request.
func (e *Exports) Start(merchant string) int {
	ctx := context.WithValue(e.lifetime, settingsKey{}, newSettings(merchant))
	j := &job{}
	// Leaks: nobody calls cancel, so the parent's children keep the context and the settings below it.
	j.ctx, j.cancel = context.WithCancel(ctx)
	return j.run()
}

func newSettings(merchant string) *Settings {
	return &Settings{Merchant: merchant}
}

func (j *job) run() int {
	settings := j.ctx.Value(settingsKey{}).(*Settings)
	rows := 0
	for i := range settings.Filter {
		if j.ctx.Err() != nil {
			break
		}
		rows += i % 2
	}
	return rows
}

// MountLeaking adds the export route.
func MountLeaking(env scenario.Env) {
	exports := &Exports{lifetime: env.Lifetime}
	env.Routes.POST("/exports/:merchant", func(c *gin.Context) {
		c.JSON(http.StatusOK, gin.H{"rows": exports.Start(c.Param("merchant"))})
	})
}
