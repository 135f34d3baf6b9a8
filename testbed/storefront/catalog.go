// Package storefront is the part of the shop that has no leak: catalogue, search, sessions, baskets,
// feeds. It gives every recording the live heap, the turnover and the noise of a working service.
package storefront

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// Product is one article of the catalogue.
type Product struct {
	SKU         string            `json:"sku" xml:"sku,attr"`
	Title       string            `json:"title" xml:"title"`
	Description string            `json:"description" xml:"description"`
	Cents       int64             `json:"cents" xml:"cents"`
	Tags        []string          `json:"tags" xml:"tags>tag"`
	Attributes  map[string]string `json:"attributes" xml:"-"`
	Images      []Image           `json:"images" xml:"images>image"`
	UpdatedAt   time.Time         `json:"updatedAt" xml:"updated"`
}

// Image is one picture of a product.
type Image struct {
	URL           string `json:"url" xml:"url,attr"`
	Width, Height int    `xml:"-"`
}

// Catalog holds all products, in order and by SKU.
type Catalog struct {
	ordered []*Product
	bySKU   map[string]*Product
}

// Words the catalogue's texts are made of.
var words = strings.Fields(`harbour tide lantern oak linen cotton brass copper wool travel kettle desk lamp
 chair mirror basket blanket garden outdoor indoor light heavy small large round square classic modern
 nordic folding portable waterproof organic recycled handmade vintage ceramic glass steel leather canvas`)

// NewCatalog makes a catalogue of n products; the same seed makes the same catalogue.
func NewCatalog(n int, seed uint64) *Catalog {
	rnd := rand.New(rand.NewPCG(seed, 7))
	c := &Catalog{bySKU: make(map[string]*Product, n)}
	for i := range n {
		p := newProduct(i, rnd)
		c.ordered = append(c.ordered, p)
		c.bySKU[p.SKU] = p
	}
	return c
}

func newProduct(i int, rnd *rand.Rand) *Product {
	return &Product{
		SKU:         fmt.Sprintf("SKU-%05d", i),
		Title:       sentence(rnd, 4),
		Description: sentence(rnd, 60+rnd.IntN(60)),
		Cents:       int64(500 + rnd.IntN(90_000)),
		Tags:        tags(rnd),
		Attributes:  attributes(rnd),
		Images:      images(i, rnd),
		UpdatedAt:   time.Unix(1_700_000_000+int64(i), 0).UTC(),
	}
}

func sentence(rnd *rand.Rand, n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(words[rnd.IntN(len(words))])
	}
	return b.String()
}

func tags(rnd *rand.Rand) []string {
	list := make([]string, 0, 6)
	for range 3 + rnd.IntN(3) {
		list = append(list, words[rnd.IntN(len(words))])
	}
	return list
}

func attributes(rnd *rand.Rand) map[string]string {
	m := map[string]string{}
	for _, name := range []string{"colour", "material", "origin", "size", "weight"} {
		m[name] = fmt.Sprintf("%s-%d", words[rnd.IntN(len(words))], rnd.IntN(100))
	}
	return m
}

func images(i int, rnd *rand.Rand) []Image {
	list := make([]Image, 2+rnd.IntN(3))
	for k := range list {
		list[k] = Image{URL: fmt.Sprintf("https://img.shop.example/%05d/%d.webp", i, k), Width: 800, Height: 600}
	}
	return list
}

// Page returns up to size products starting at page*size, wrapping round at the end.
func (c *Catalog) Page(page, size int) []*Product {
	list := make([]*Product, 0, size)
	for i := range size {
		list = append(list, c.ordered[(page*size+i)%len(c.ordered)])
	}
	return list
}

// Find returns the product with this SKU, or nil.
func (c *Catalog) Find(sku string) *Product {
	return c.bySKU[sku]
}
