// Package pipereader streams sales reports and shows a preview of their beginning.
package pipereader

import (
	"encoding/csv"
	"io"
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"

	"shop/scenario"
)

const previewBytes = 512

// Stream writes a year of sales into a pipe, row by row.
func Stream(report string) *io.PipeReader {
	reader, writer := io.Pipe()
	go func() {
		rows := csv.NewWriter(writer)
		for day := range 365 {
			if err := rows.Write([]string{report, strconv.Itoa(day), strconv.FormatFloat(float64(day)*12.5, 'f', 2, 64)}); err != nil {
				break
			}
		}
		rows.Flush()
		writer.CloseWithError(rows.Error())
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
		c.Data(http.StatusOK, "text/csv", b)
	}
}
