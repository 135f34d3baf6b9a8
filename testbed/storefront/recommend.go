package storefront

import (
	"context"
	"math/rand/v2"
	"sync/atomic"
	"time"
)

// Recommendations are rebuilt now and then and swapped in whole, the usual way to serve a model.
type Recommendations struct {
	catalog *Catalog
	current atomic.Pointer[model]
}

type model struct {
	builtAt time.Time
	similar map[string][]string
}

// NewRecommendations builds the first model; call Refresh to keep it young.
func NewRecommendations(c *Catalog) *Recommendations {
	r := &Recommendations{catalog: c}
	r.rebuild()
	return r
}

// Refresh rebuilds the model at every interval until ctx ends.
func (r *Recommendations) Refresh(ctx context.Context, every time.Duration) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			r.rebuild()
		}
	}
}

func (r *Recommendations) rebuild() {
	m := &model{builtAt: time.Now(), similar: make(map[string][]string, 500)}
	for _, p := range r.catalog.ordered[:min(500, len(r.catalog.ordered))] {
		m.similar[p.SKU] = r.similarTo(p)
	}
	r.current.Store(m)
}

func (r *Recommendations) similarTo(p *Product) []string {
	list := make([]string, 0, 8)
	for range 8 {
		other := r.catalog.ordered[rand.IntN(len(r.catalog.ordered))]
		if other != p {
			list = append(list, other.SKU)
		}
	}
	return list
}

// For returns products like this one.
func (r *Recommendations) For(sku string) []*Product {
	var products []*Product
	for _, other := range r.current.Load().similar[sku] {
		products = append(products, r.catalog.Find(other))
	}
	return products
}
