package offheap

import (
	"errors"
	"syscall"

	"shop/scenario"
)

// ReleasedThumbnail scales a picture and gives its canvas back.
func ReleasedThumbnail(picture string) (sum int, err error) {
	canvas, err := newCanvas()
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, syscall.Munmap(canvas)) }()
	return paint(canvas, picture), nil
}

// MountFixed adds the thumbnail route.
func MountFixed(env scenario.Env) {
	env.Routes.GET("/thumbnail/:sku", thumbnailHandler(ReleasedThumbnail))
}
