package shop

import (
	"context"
	"io"

	"google.golang.org/grpc"
)

type item struct{}
type query struct{}

type listClient interface {
	Recv() (*item, error)
	grpc.ClientStream
}

type shopClient interface {
	List(ctx context.Context, in *query, opts ...grpc.CallOption) (listClient, error)
}

func first(c shopClient) (*item, error) {
	stream, err := c.List(context.Background(), &query{}) // want "neither read to its end nor cancelled"
	if err != nil {
		return nil, err
	}
	return stream.Recv()
}

func fineCancelled(ctx context.Context, c shopClient) (*item, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	stream, err := c.List(ctx, &query{})
	if err != nil {
		return nil, err
	}
	return stream.Recv()
}

func fineRead(c shopClient) error {
	stream, err := c.List(context.Background(), &query{})
	if err != nil {
		return err
	}
	for {
		if _, err := stream.Recv(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func fineReturned(c shopClient) (listClient, error) {
	return c.List(context.Background(), &query{})
}

func fineUsedLater(c shopClient) (func() (*item, error), error) {
	stream, err := c.List(context.Background(), &query{})
	if err != nil {
		return nil, err
	}
	return func() (*item, error) { return stream.Recv() }, nil
}
