package pipereader

import (
	"io"

	"shop/scenario"
)

// BriefPreview returns the beginning of a report and closes the rest.
func BriefPreview(report string) ([]byte, error) {
	reader := Stream(report)
	defer reader.Close()
	preview := make([]byte, previewBytes)
	n, err := io.ReadFull(reader, preview)
	return preview[:n], err
}

// MountFixed adds the preview route.
func MountFixed(env scenario.Env) {
	env.Routes.GET("/reports/:report/preview", previewHandler(BriefPreview))
}
