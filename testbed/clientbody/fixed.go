package clientbody

import (
	"context"
	"fmt"
	"io"
	"net/http"

	"shop/scenario"
)

// HasInStock is Has with the body read to its end and closed, so that the connection is used again.
func (w *Warehouse) HasInStock(ctx context.Context, sku string) (bool, error) {
	request, err := http.NewRequestWithContext(context.WithoutCancel(ctx), http.MethodGet, w.base+"/stock/"+sku, nil)
	if err != nil {
		return false, err
	}
	response, err := w.client.Do(request)
	if err != nil {
		return false, fmt.Errorf("stock of %s: %w", sku, err)
	}
	defer response.Body.Close()
	if _, err := io.Copy(io.Discard, response.Body); err != nil {
		return false, fmt.Errorf("stock of %s: %w", sku, err)
	}
	return response.StatusCode == http.StatusOK, nil
}

// MountFixed adds the stock route.
func MountFixed(env scenario.Env) {
	env.Routes.GET("/stock/:sku", stockHandler(newWarehouse(env.Upstream).HasInStock))
}
