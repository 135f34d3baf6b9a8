package shop

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"time"
)

var errStatus = errors.New("status")

func decoded(url string) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	if resp.StatusCode != http.StatusOK {
		return 0, errStatus
	}
	var v int
	err = json.NewDecoder(io.LimitReader(resp.Body, 1<<20)).Decode(&v)
	return v, err
}

func scanned(client *http.Client, req *http.Request) (n int, err error) {
	if req.URL != nil {
		resp, err := client.Do(req)
		if err != nil {
			return 0, err
		} // it did not come

		lines := bufio.NewScanner(resp.Body)
		for lines.Scan() {
			n++
		}
		return n, lines.Err()
	}
	return 0, nil
}

func closedOnOnePath(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return errStatus
	}
	// A second Close of a body does nothing.
	return resp.Body.Close()
}

// The caller has it on another path.

func leavesResponse(url string) (*http.Response, error) {
	resp, err := http.Get(url) // left "resp is returned"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errStatus
	}
	return resp, nil
}

func leavesBody(url string) (io.Reader, error) {
	resp, err := http.Get(url) // left "resp is returned"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errStatus
	}
	return bufio.NewReader(resp.Body), nil
}

func leavesAlias(url string) (*bufio.Scanner, error) {
	resp, err := http.Get(url) // left "lines is returned"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errStatus
	}
	lines := bufio.NewScanner(resp.Body)
	return lines, nil
}

func leavesNamedResult(url string) (resp *http.Response, failed error) {
	resp, err := http.Get(url) // left "resp is a result of the function"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errStatus
	}
	return
}

// It may be nil.

func leavesUnchecked(url string) int {
	resp, _ := http.Get(url) // left "the error is not checked in the next statement"
	return resp.StatusCode
}

func leavesLogged(url string, log func(error)) int {
	resp, err := http.Get(url) // left "the error is not checked in the next statement"
	if err != nil {
		log(err)
	}
	return resp.StatusCode
}

func leavesHead(url string) bool {
	if resp, err := http.Get(url); err == nil { // left "a part of another statement"
		return resp.StatusCode == http.StatusOK
	}
	return false
}

// Each turn has another one, or asks once more.

func leavesLoop(urls []string) error {
	for _, url := range urls {
		resp, err := http.Get(url) // left "it is in a loop"
		if err != nil {
			return err
		}
		if resp.StatusCode != http.StatusOK {
			return errStatus
		}
		resp.Body.Close()
	}
	return nil
}

func leavesRetry(url string) (int, error) {
	resp, err := http.Get(url) // left "resp is assigned once more"
	if err != nil {
		return 0, err
	}
	if resp.StatusCode == http.StatusTooManyRequests {
		time.Sleep(time.Second)
		resp, err = http.Get(url) // left "assigned to a variable that is declared elsewhere"
		if err != nil {
			return 0, err
		}
	}
	return resp.StatusCode, nil
}

func leavesGoroutine(url string, out io.Writer) error {
	resp, err := http.Get(url) // left "a function literal has resp"
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return errStatus
	}
	go func() {
		io.Copy(out, resp.Body)
		resp.Body.Close()
	}()
	return nil
}
