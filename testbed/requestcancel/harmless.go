// Package requestcancel loses cancel below a request's own context, which ends with the request.
package requestcancel

import (
	"context"
	"net/http"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

type lookup struct {
	ctx    context.Context
	cancel context.CancelFunc
	result [512]int64
}

func newLookup(ctx context.Context) *lookup {
	l := &lookup{}
	l.ctx, l.cancel = context.WithCancel(ctx)
	return l
}

func (l *lookup) run() int64 {
	for i := range l.result {
		l.result[i] = int64(i)
	}
	return l.result[len(l.result)-1]
}

// Mount adds the lookup route.
func Mount(env scenario.Env) {
	env.Routes.GET("/lookup/:order", func(c *gin.Context) {
		c.JSON(http.StatusOK, gin.H{"last": newLookup(c.Request.Context()).run()})
	})
}
