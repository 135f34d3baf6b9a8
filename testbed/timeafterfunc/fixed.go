package timeafterfunc

import (
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

// Hold is Reserve with the timer handed to the caller, who stops it when the order is paid.
func (s *Stock) Hold(order string) (*Reservation, *time.Timer) {
	r := newReservation(order)
	s.count(len(r.Items))
	return r, time.AfterFunc(reservedFor, func() { s.count(-len(r.Items)) })
}

// MountFixed adds the checkout route.
func MountFixed(env scenario.Env) {
	stock := &Stock{}
	env.Routes.POST("/checkout/:order", func(c *gin.Context) {
		r, expiry := stock.Hold(c.Param("order"))
		if expiry.Stop() {
			stock.count(-len(r.Items))
		}
		c.JSON(http.StatusOK, gin.H{"order": r.Order, "paid": true})
	})
}
