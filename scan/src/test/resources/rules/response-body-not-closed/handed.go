package shop

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"time"
)

type download struct {
	body io.ReadCloser
	size int64
}

func (d *download) Close() error { return d.body.Close() }

type counted struct {
	io.ReadCloser
	n int
}

type doer func(*http.Request) (*http.Response, error)

type store struct {
	do    doer
	slow  *http.Client
	plain *http.Client
	open  []*download
}

func newStore() *store {
	return &store{slow: &http.Client{Timeout: time.Minute}, plain: &http.Client{}}
}

func lostBehindStatus(url string) (*download, error) {
	resp, err := http.Get(url) // want "not closed on the path"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, io.ErrUnexpectedEOF
	}
	return &download{body: resp.Body, size: resp.ContentLength}, nil
}

func lostOfAFunctionValue(s *store, r *http.Request) (int, error) {
	resp, err := s.do(r) // want "not closed on the path"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func lostOfAHelper(url string) (string, error) {
	body, err := fineReturned(url) // want "not closed on the path"
	if err != nil {
		return "", err
	}
	var name string
	return name, json.NewDecoder(body).Decode(&name)
}

func lostWhereTheRequestIsKept(url string, kept map[string]*http.Request) error {
	resp, err := http.Get(url) // want "not closed on the path"
	if err != nil {
		return err
	}
	kept[url] = resp.Request
	return nil
}

func fineReturned(url string) (io.ReadCloser, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

func fineInALiteral(url string) (*download, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &download{body: resp.Body}, nil
}

func fineEmbedded(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	c := &counted{ReadCloser: resp.Body}
	defer c.Close()
	return nil
}

func fineInAField(url string) (download, error) {
	var d download
	resp, err := http.Get(url)
	if err != nil {
		return d, err
	}
	d.body = resp.Body
	return d, nil
}

func fineClosedByWhatHoldsIt(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	d := &download{body: resp.Body}
	defer d.Close()
	return nil
}

func fineSent(url string, to chan<- *download) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	to <- &download{body: resp.Body}
	return nil
}

func fineInASlice(url string) ([]io.ReadCloser, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return []io.ReadCloser{resp.Body}, nil
}

func (s *store) fineKept(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	s.open = append(s.open, &download{body: resp.Body})
	return nil
}

func fineByItsMethod(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	end := resp.Body.Close
	defer end()
	return nil
}

func fineByOneOfSeveral(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	closers := []func() error{resp.Body.Close}
	defer func() {
		for _, end := range closers {
			end()
		}
	}()
	return nil
}

func fineNotModified(url string) (string, error) {
	resp, err := http.Get(url)
	if err != nil {
		return "", err
	}
	if resp.StatusCode == http.StatusNotModified {
		return "", nil
	}
	defer resp.Body.Close()
	all, err := io.ReadAll(resp.Body)
	return string(all), err
}

func closeAll(all ...io.Closer) {
	for _, one := range all {
		one.Close()
	}
}

func fineByOneOfManyArguments(url string, first io.Closer) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer closeAll(first, resp.Body)
	return nil
}

type node struct {
	next *node
	body io.ReadCloser
}

func fineOneOfAList(first *node, url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	at := first
	for at.next != nil {
		at = at.next
		at.body = at.next.body
	}
	at.body = resp.Body
	return nil
}

// On a bad status it is closed, else it is handed on.
func checked(url string) (*http.Response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode >= 400 {
		resp.Body.Close()
		return nil, errors.New(resp.Status)
	}
	return resp, nil
}

func lostOfChecked(url string) (int, error) {
	resp, err := checked(url) // want "not closed on the path"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func fineOfChecked(url string) error {
	resp, err := checked(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
