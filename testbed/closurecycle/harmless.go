// Package closurecycle makes cycles of closures and maps, which a tracing collector does not mind.
package closurecycle

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

type page struct {
	name     string
	handlers map[string]func() *page
	content  []byte
}

// newPage makes a page whose handlers hold the page that holds them.
func newPage(name string) *page {
	p := &page{name: name, handlers: map[string]func() *page{}, content: make([]byte, 8<<10)}
	for _, event := range []string{"open", "scroll", "close"} {
		p.handlers[event] = func() *page {
			p.content[0]++
			return p
		}
	}
	return p
}

// Mount adds the page route.
func Mount(env scenario.Env) {
	env.Routes.GET("/pages/:name", func(c *gin.Context) {
		p := newPage(c.Param("name"))
		c.JSON(http.StatusOK, gin.H{"page": p.handlers["open"]().name})
	})
}
