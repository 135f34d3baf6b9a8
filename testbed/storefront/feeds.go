package storefront

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"html/template"
	"strconv"
	"strings"
)

var pageTemplate = template.Must(template.New("product").Parse(`<!doctype html>
<title>{{.Title}}</title><h1>{{.Title}}</h1><p>{{.Description}}</p>
<ul>{{range $name, $value := .Attributes}}<li>{{$name}}: {{$value}}</li>{{end}}</ul>
{{range .Images}}<img src="{{.URL}}" width="{{.Width}}" height="{{.Height}}">{{end}}
<p>{{range .Tags}}<a href="/search?q={{.}}">{{.}}</a> {{end}}</p>`))

// ProductPage renders the page of one product.
func ProductPage(p *Product) ([]byte, error) {
	var b bytes.Buffer
	if err := pageTemplate.Execute(&b, p); err != nil {
		return nil, fmt.Errorf("page of %s: %w", p.SKU, err)
	}
	return b.Bytes(), nil
}

type feed struct {
	XMLName  xml.Name   `xml:"feed"`
	Products []*Product `xml:"product"`
}

// XMLFeed is what price comparison sites fetch.
func XMLFeed(products []*Product) ([]byte, error) {
	return xml.MarshalIndent(feed{Products: products}, "", " ")
}

// CSVExport is what the buyers' spreadsheets import.
func CSVExport(products []*Product) ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if err := w.Write([]string{"sku", "title", "price", "tags"}); err != nil {
		return nil, err
	}
	for _, p := range products {
		price := strconv.FormatFloat(float64(p.Cents)/100, 'f', 2, 64)
		if err := w.Write([]string{p.SKU, strings.ToTitle(p.Title), price, strings.Join(p.Tags, "|")}); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// Sitemap is fetched compressed by crawlers.
func Sitemap(products []*Product) ([]byte, error) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	for _, p := range products {
		if _, err := fmt.Fprintf(z, "https://shop.example/product/%s\n", p.SKU); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
