package shop

import (
	"net/http"
	"time"
)

var shared = &http.Client{} // want "no Timeout"

func ask(url string) error {
	client := http.Client{CheckRedirect: nil} // want "no Timeout"
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func fineLimited(url string) (*http.Response, error) {
	client := &http.Client{Timeout: 10 * time.Second}
	return client.Get(url)
}

func fineOwnTransport(t *http.Transport) *http.Client {
	return &http.Client{Transport: t}
}
