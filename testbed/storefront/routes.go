package storefront

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"
)

// Storefront answers the shop's ordinary requests.
type Storefront struct {
	catalog         *Catalog
	index           *Index
	sessions        *Sessions
	recommendations *Recommendations
}

// New builds catalogue, index and stores, and keeps the recommendations fresh until ctx ends.
func New(ctx context.Context) *Storefront {
	catalog := NewCatalog(5000, 1)
	s := &Storefront{
		catalog:         catalog,
		index:           NewIndex(catalog),
		sessions:        NewSessions(400),
		recommendations: NewRecommendations(catalog),
	}
	go s.recommendations.Refresh(ctx, 15*time.Second)
	return s
}

// Register adds the routes.
func (s *Storefront) Register(r gin.IRouter) {
	r.GET("/products", s.list)
	r.GET("/product/:sku", s.page)
	r.GET("/product/:sku/similar", s.similar)
	r.GET("/search", s.search)
	r.POST("/basket", s.addToBasket)
	r.POST("/sessions", s.startSession)
	r.GET("/feed.xml", s.feed)
	r.GET("/export.csv", s.export)
	r.GET("/sitemap.gz", s.sitemap)
}

func (s *Storefront) list(c *gin.Context) {
	page, _ := strconv.Atoi(c.Query("page"))
	c.JSON(http.StatusOK, gin.H{"page": page, "products": s.catalog.Page(page, 60)})
}

func (s *Storefront) page(c *gin.Context) {
	product := s.catalog.Find(c.Param("sku"))
	if product == nil {
		c.AbortWithStatusJSON(http.StatusNotFound, gin.H{"error": "no such product"})
		return
	}
	respond(c, "text/html; charset=utf-8", func() ([]byte, error) { return ProductPage(product) })
}

func (s *Storefront) similar(c *gin.Context) {
	c.JSON(http.StatusOK, s.recommendations.For(c.Param("sku")))
}

func (s *Storefront) search(c *gin.Context) {
	c.JSON(http.StatusOK, gin.H{"hits": s.index.Search(c.Query("q"), 20)})
}

type basketRequest struct {
	Session string `json:"session"`
	Items   []struct {
		SKU   string `json:"sku" binding:"required"`
		Count int    `json:"count" binding:"min=1,max=99"`
	} `json:"items" binding:"required,dive"`
}

func (s *Storefront) addToBasket(c *gin.Context) {
	var request basketRequest
	if err := c.ShouldBindJSON(&request); err != nil {
		c.AbortWithStatusJSON(http.StatusBadRequest, gin.H{"error": err.Error()})
		return
	}
	session := request.Session
	for _, item := range request.Items {
		session = s.sessions.Add(session, item.SKU, item.Count).ID
	}
	c.JSON(http.StatusOK, gin.H{"session": session})
}

func (s *Storefront) startSession(c *gin.Context) {
	c.JSON(http.StatusCreated, gin.H{"session": s.sessions.Start(c.Request.Referer()).ID})
}

func (s *Storefront) feed(c *gin.Context) {
	respond(c, "application/xml", func() ([]byte, error) { return XMLFeed(s.catalog.Page(3, 40)) })
}

func (s *Storefront) export(c *gin.Context) {
	respond(c, "text/csv", func() ([]byte, error) { return CSVExport(s.catalog.Page(0, 800)) })
}

func (s *Storefront) sitemap(c *gin.Context) {
	respond(c, "application/gzip", func() ([]byte, error) { return Sitemap(s.catalog.Page(0, 1000)) })
}

func respond(c *gin.Context, contentType string, body func() ([]byte, error)) {
	b, err := body()
	if err != nil {
		c.AbortWithStatusJSON(http.StatusInternalServerError, gin.H{"error": err.Error()})
		return
	}
	c.Data(http.StatusOK, contentType, b)
}
