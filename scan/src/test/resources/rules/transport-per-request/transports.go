package shop

import (
	"net/http"
	"time"
)

func transportOfRequest(w http.ResponseWriter, r *http.Request) {
	transport := &http.Transport{MaxIdleConns: 10} // want "each request makes a transport"
	client := &http.Client{Transport: transport}
	resp, err := client.Do(r)
	if err == nil {
		resp.Body.Close()
	}
}

func transportInLiteral(w http.ResponseWriter, r *http.Request) {
	client := http.Client{
		Timeout:   time.Second,
		Transport: &http.Transport{}, // want "each request makes a transport"
	}
	resp, err := client.Get("http://stock")
	if err == nil {
		resp.Body.Close()
	}
}

func fineShared(w http.ResponseWriter, r *http.Request) {
	client := &http.Client{Timeout: time.Second}
	resp, err := client.Do(r)
	if err == nil {
		resp.Body.Close()
	}
}

func fineWithoutKeepAlive(w http.ResponseWriter, r *http.Request) {
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	resp, err := client.Do(r)
	if err == nil {
		resp.Body.Close()
	}
}

func fineIdleClosed(w http.ResponseWriter, r *http.Request) {
	transport := &http.Transport{}
	defer transport.CloseIdleConnections()
	client := &http.Client{Transport: transport}
	resp, err := client.Do(r)
	if err == nil {
		resp.Body.Close()
	}
}

func fineIdleClosedByClient(w http.ResponseWriter, r *http.Request) {
	client := &http.Client{Transport: &http.Transport{}}
	defer client.CloseIdleConnections()
	resp, err := client.Do(r)
	if err == nil {
		resp.Body.Close()
	}
}

func fineReturned(r *http.Request, w http.ResponseWriter) *http.Client {
	return &http.Client{Transport: &http.Transport{}}
}

func fineConstructor() *http.Client {
	return &http.Client{Transport: &http.Transport{}}
}

type proxy struct{ client *http.Client }

func (p *proxy) fineStored(w http.ResponseWriter, r *http.Request) {
	if p.client == nil {
		p.client = &http.Client{Transport: &http.Transport{}}
	}
	p.client.Do(r)
}

func fineWithTimeout(w http.ResponseWriter, r *http.Request) {
	client := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second}}
	resp, err := client.Do(r)
	if err == nil {
		resp.Body.Close()
	}
}
