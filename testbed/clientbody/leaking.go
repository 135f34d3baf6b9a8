// Package clientbody asks the warehouse whether a product is in stock.
package clientbody

import (
	"context"
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

// Warehouse is a client of the warehouse service.
type Warehouse struct {
	base   string
	client *http.Client
}

func newWarehouse(base string) *Warehouse {
	return &Warehouse{base: base, client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 8}}}
}

// Has tells whether the warehouse knows the product.
func (w *Warehouse) Has(ctx context.Context, sku string) (bool, error) {
	request, err := http.NewRequestWithContext(context.WithoutCancel(ctx), http.MethodGet, w.base+"/stock/"+sku, nil)
	if err != nil {
		return false, err
	}
	response, err := w.client.Do(request)
	if err != nil {
		return false, fmt.Errorf("stock of %s: %w", sku, err)
	}
	// Leaks: the body is neither read nor closed, so the connection and its two goroutines stay.
	return response.StatusCode == http.StatusOK, nil
}

// MountLeaking adds the stock route.
func MountLeaking(env scenario.Env) {
	env.Routes.GET("/stock/:sku", stockHandler(newWarehouse(env.Upstream).Has))
}

func stockHandler(has func(context.Context, string) (bool, error)) gin.HandlerFunc {
	return func(c *gin.Context) {
		known, err := has(c.Request.Context(), c.Param("sku"))
		if err != nil {
			c.AbortWithStatusJSON(http.StatusBadGateway, gin.H{"error": err.Error()})
			return
		}
		c.JSON(http.StatusOK, gin.H{"inStock": known})
	}
}
