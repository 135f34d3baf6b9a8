// Package finalizercycle lends scanners of the warehouse to requests.
package finalizercycle

import (
	"net/http"
	"runtime"
	"sync/atomic"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

var openScanners atomic.Int64

// Scanner reads barcodes for one lease.
type Scanner struct {
	lease  *Lease
	buffer []byte
}

// Lease is the right to use a scanner.
type Lease struct {
	scanner *Scanner
	order   string
}

// Borrow returns a lease whose scanner is counted back in when it is collected.
func Borrow(order string) *Lease {
	scanner := newScanner()
	lease := &Lease{scanner: scanner, order: order}
	scanner.lease = lease
	// Leaks: scanner and lease point at each other, and a cycle with a finalizer is never collected.
	runtime.SetFinalizer(scanner, func(*Scanner) { openScanners.Add(-1) })
	return lease
}

func newScanner() *Scanner {
	openScanners.Add(1)
	return &Scanner{buffer: make([]byte, 3000)}
}

func (s *Scanner) scan(code string) int {
	return copy(s.buffer, code)
}

// MountLeaking adds the picking route.
func MountLeaking(env scenario.Env) {
	env.Routes.POST("/picking/:order", func(c *gin.Context) {
		lease := Borrow(c.Param("order"))
		c.JSON(http.StatusOK, gin.H{"scanned": lease.scanner.scan(lease.order)})
	})
}
