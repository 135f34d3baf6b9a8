package shop

import (
	"net/http"
	"sync"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
)

var queue = make(chan *gin.Context, 10)

func audit(path string) {}

func auditContext(c echo.Context) {}

func inLiteral(c *gin.Context) {
	go func() {
		audit(c.FullPath()) // want "back in its pool"
	}()
}

func handed(c echo.Context) error {
	go auditContext(c) // want "back in its pool"
	return nil
}

func sent(c *gin.Context) {
	queue <- c // want "back in its pool"
}

func writer(w http.ResponseWriter, r *http.Request) {
	go func() {
		w.Write([]byte("late")) // want "back in its pool"
	}()
}

func fineCopied(c *gin.Context) {
	copied := c.Copy()
	go func() {
		audit(copied.FullPath())
	}()
}

func fineValues(c *gin.Context) {
	path := c.FullPath()
	go audit(path)
}

func fineAwaited(c *gin.Context) {
	var group sync.WaitGroup
	group.Add(1)
	go func() {
		defer group.Done()
		audit(c.FullPath())
	}()
	group.Wait()
}

func fineAnswered(c *gin.Context) {
	done := make(chan struct{})
	go func() {
		audit(c.FullPath())
		close(done)
	}()
	<-done
}

func fineRequest(w http.ResponseWriter, r *http.Request) {
	go func() { audit(r.URL.Path) }()
}

func fineShadowed(c *gin.Context) {
	go func(c *gin.Context) { audit(c.FullPath()) }(c.Copy())
}

func fineOwn() {
	go func() {
		var w http.ResponseWriter
		_ = w
	}()
}

func fineNow(c *gin.Context) {
	func() { audit(c.FullPath()) }()
}
