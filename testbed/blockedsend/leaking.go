// Package blockedsend asks a carrier for a delivery price and gives up when it is slow.
package blockedsend

import (
	"context"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

const patience = 15 * time.Millisecond

// Quote is a carrier's price.
type Quote struct {
	Carrier string `json:"carrier"`
	Cents   int    `json:"cents"`
}

// QuoteOf returns the carrier's price, or the context's error when the carrier is slow.
func QuoteOf(ctx context.Context, carrier string) (Quote, error) {
	quotes := make(chan Quote)
	go func() {
		// Leaks: after a timeout nobody receives, and the send waits for ever.
		quotes <- askCarrier(carrier)
	}()
	select {
	case quote := <-quotes:
		return quote, nil
	case <-ctx.Done():
		return Quote{}, ctx.Err()
	}
}

func askCarrier(carrier string) Quote {
	if carrier == "slowpost" {
		time.Sleep(3 * patience)
	}
	return Quote{Carrier: carrier, Cents: 490 + len(carrier)}
}

// MountLeaking adds the quote route.
func MountLeaking(env scenario.Env) {
	env.Routes.GET("/quote/:carrier", quoteHandler(QuoteOf))
}

func quoteHandler(quoteOf func(context.Context, string) (Quote, error)) gin.HandlerFunc {
	return func(c *gin.Context) {
		ctx, cancel := context.WithTimeout(c.Request.Context(), patience)
		defer cancel()
		quote, err := quoteOf(ctx, c.Param("carrier"))
		if err != nil {
			c.JSON(http.StatusOK, gin.H{"carrier": c.Param("carrier"), "price": "on request"})
			return
		}
		c.JSON(http.StatusOK, quote)
	}
}
