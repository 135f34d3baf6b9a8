package finalizercycle

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

// BorrowUntilReturned returns a lease that is given back by Return and not by the collector.
func BorrowUntilReturned(order string) *Lease {
	scanner := newScanner()
	lease := &Lease{scanner: scanner, order: order}
	scanner.lease = lease
	return lease
}

// Return counts the scanner back in.
func (l *Lease) Return() {
	openScanners.Add(-1)
}

// MountFixed adds the picking route.
func MountFixed(env scenario.Env) {
	env.Routes.POST("/picking/:order", func(c *gin.Context) {
		lease := BorrowUntilReturned(c.Param("order"))
		defer lease.Return()
		c.JSON(http.StatusOK, gin.H{"scanned": lease.scanner.scan(lease.order)})
	})
}
