package shop

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
)

// Another handler's limit is not this one's.
func unlimited(w http.ResponseWriter, r *http.Request) {
	io.ReadAll(r.Body) // want "however long it is"
}

func expanded(w http.ResponseWriter, r *http.Request) {
	z, err := gzip.NewReader(http.MaxBytesReader(w, r.Body, 1<<20))
	if err != nil {
		return
	}
	io.ReadAll(z) // want "decompressed"
}

func unzipped(w http.ResponseWriter, r *http.Request) {
	data, _ := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	files, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return
	}
	for _, file := range files.File {
		content, err := file.Open()
		if err != nil {
			return
		}
		var all bytes.Buffer
		io.Copy(&all, content) // want "decompressed"
		content.Close()
	}
}

func fineLimited(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
	io.ReadAll(r.Body)
}

func limit(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
}

func fineByHelper(w http.ResponseWriter, r *http.Request) {
	limit(w, r)
	io.ReadAll(r.Body)
}

func fineExpanded(w http.ResponseWriter, r *http.Request) {
	z, err := gzip.NewReader(http.MaxBytesReader(w, r.Body, 1<<20))
	if err != nil {
		return
	}
	io.ReadAll(io.LimitReader(z, 10<<20))
}

func fineStreamed(w http.ResponseWriter, r *http.Request) {
	z, err := gzip.NewReader(http.MaxBytesReader(w, r.Body, 1<<20))
	if err != nil {
		return
	}
	io.Copy(w, z)
}

func fineFull(w http.ResponseWriter, r *http.Request) {
	head := make([]byte, 512)
	io.ReadFull(r.Body, head)
	io.Copy(io.Discard, r.Body)
}

func fineOfServer(resp *http.Response) ([]byte, error) {
	z, err := gzip.NewReader(resp.Body)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}
