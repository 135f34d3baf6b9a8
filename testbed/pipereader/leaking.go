// Package pipereader streams sales reports and shows a preview of their beginning.
package pipereader

import (
	"encoding/json"
	"io"
	"net/http"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

const previewBytes = 512

type row struct {
	Report string  `json:"report"`
	Day    int     `json:"day"`
	Sales  float64 `json:"sales"`
}

// Stream writes a year of sales into a pipe, row by row.
func Stream(report string) *io.PipeReader {
	reader, writer := io.Pipe()
	go func() {
		encoder := json.NewEncoder(writer)
		for day := range 365 {
			if err := encoder.Encode(row{report, day, float64(day) * 12.5}); err != nil {
				writer.CloseWithError(err)
				return
			}
		}
		writer.Close()
	}()
	return reader
}

// Preview returns the beginning of a report.
func Preview(report string) ([]byte, error) {
	preview := make([]byte, previewBytes)
	// Leaks: the reader is dropped unclosed, so the writing goroutine waits for a reader for ever.
	n, err := io.ReadFull(Stream(report), preview)
	return preview[:n], err
}

// MountLeaking adds the preview route.
func MountLeaking(env scenario.Env) {
	env.Routes.GET("/reports/:report/preview", previewHandler(Preview))
}

func previewHandler(preview func(string) ([]byte, error)) gin.HandlerFunc {
	return func(c *gin.Context) {
		b, err := preview(c.Param("report"))
		if err != nil {
			c.AbortWithStatusJSON(http.StatusInternalServerError, gin.H{"error": err.Error()})
			return
		}
		c.Data(http.StatusOK, "application/x-ndjson", b)
	}
}
