package blockedsend

import (
	"context"

	"shop/scenario"
)

// BufferedQuoteOf is QuoteOf with room for an answer nobody waits for any more.
func BufferedQuoteOf(ctx context.Context, carrier string) (Quote, error) {
	quotes := make(chan Quote, 1)
	go func() {
		quotes <- askCarrier(carrier)
	}()
	select {
	case quote := <-quotes:
		return quote, nil
	case <-ctx.Done():
		return Quote{}, ctx.Err()
	}
}

// MountFixed adds the quote route.
func MountFixed(env scenario.Env) {
	env.Routes.GET("/quote/:carrier", quoteHandler(BufferedQuoteOf))
}
