package storefront

import (
	"cmp"
	"slices"
	"strings"
)

// Index finds products by the words of their title and description.
type Index struct {
	postings map[string][]posting
}

type posting struct {
	product *Product
	count   int
}

// Hit is one product found, with how well it fits.
type Hit struct {
	SKU     string  `json:"sku"`
	Title   string  `json:"title"`
	Snippet string  `json:"snippet"`
	Score   float64 `json:"score"`
}

// NewIndex reads the whole catalogue once.
func NewIndex(c *Catalog) *Index {
	ix := &Index{postings: map[string][]posting{}}
	for _, p := range c.ordered {
		counts := map[string]int{}
		for _, w := range strings.Fields(p.Title + " " + p.Description) {
			counts[w]++
		}
		for w, n := range counts {
			ix.postings[w] = append(ix.postings[w], posting{p, n})
		}
	}
	return ix
}

// Search returns the best limit products for the words of the query.
func (ix *Index) Search(query string, limit int) []Hit {
	scores := map[*Product]float64{}
	for _, w := range strings.Fields(strings.ToLower(query)) {
		list := ix.postings[w]
		for _, p := range list[:min(len(list), 400)] {
			scores[p.product] += float64(p.count) / float64(len(list))
		}
	}
	hits := make([]Hit, 0, len(scores))
	for p, score := range scores {
		hits = append(hits, Hit{SKU: p.SKU, Title: p.Title, Snippet: snippet(p), Score: score})
	}
	slices.SortFunc(hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.SKU, b.SKU))
	})
	return slices.Clone(hits[:min(limit, len(hits))])
}

func snippet(p *Product) string {
	return strings.ToUpper(p.Description[:1]) + p.Description[1:min(80, len(p.Description))] + "…"
}
