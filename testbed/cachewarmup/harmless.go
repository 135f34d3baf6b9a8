// Package cachewarmup keeps rendered category pages; there are only so many categories.
package cachewarmup

import (
	"bytes"
	"fmt"
	"net/http"
	"sync"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

// Pages is a cache bounded by the number of categories.
type Pages struct {
	mu         sync.RWMutex
	byCategory map[string][]byte
}

// Get returns the page of a category and renders it on first use.
func (p *Pages) Get(category string) []byte {
	p.mu.RLock()
	page, known := p.byCategory[category]
	p.mu.RUnlock()
	if known {
		return page
	}
	page = render(category)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.byCategory[category] = page
	return page
}

func render(category string) []byte {
	var b bytes.Buffer
	b.Grow(20 << 10)
	for i := range 300 {
		fmt.Fprintf(&b, "<li>product %d of category %s, in stock</li>\n", i, category)
	}
	return b.Bytes()
}

// Mount adds the category route.
func Mount(env scenario.Env) {
	pages := &Pages{byCategory: map[string][]byte{}}
	env.Routes.GET("/category/:category", func(c *gin.Context) {
		c.Data(http.StatusOK, "text/html", pages.Get(c.Param("category"))[:256])
	})
}
