// Package timeafterfunc reserves stock for a customer who is about to pay.
package timeafterfunc

import (
	"net/http"
	"sync"
	"time"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

const reservedFor = 24 * time.Hour

// Reservation holds items back for one order.
type Reservation struct {
	Order string
	Items []item
}

type item struct {
	SKU   string
	Count int
	Label [40]byte
}

// Stock counts what is reserved.
type Stock struct {
	mu       sync.Mutex
	reserved int
}

func newReservation(order string) *Reservation {
	return &Reservation{Order: order, Items: make([]item, 30)}
}

// Reserve holds the items until the order is paid or a day has passed.
func (s *Stock) Reserve(order string) *Reservation {
	r := newReservation(order)
	s.count(len(r.Items))
	// Leaks: the timer is never stopped, so a paid order's reservation lives on for a day.
	time.AfterFunc(reservedFor, func() { s.count(-len(r.Items)) })
	return r
}

func (s *Stock) count(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.reserved += n
}

// MountLeaking adds the checkout route.
func MountLeaking(env scenario.Env) {
	stock := &Stock{}
	env.Routes.POST("/checkout/:order", func(c *gin.Context) {
		r := stock.Reserve(c.Param("order"))
		stock.count(-len(r.Items))
		c.JSON(http.StatusOK, gin.H{"order": r.Order, "paid": true})
	})
}
