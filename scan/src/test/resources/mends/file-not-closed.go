package shop

import (
	"errors"
	"io"
	"log"
	"net"
	"os"
)

var errEmpty = errors.New("empty")

func size(name string) (int64, error) {
	f, err := os.Open(name)
	if err != nil {
		return 0, err
	}
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

func text(name string) string {
	switch f, err := os.Open(name); { // left "a part of another statement"
	case err == nil:
		bytes, _ := io.ReadAll(f)
		return string(bytes)
	}
	return ""
}

func dial(address string) []byte {
	switch {
	case address != "":
		conn, err := net.Dial("tcp", address)
		if err != nil {
			log.Fatal(err)
		}
		bytes, _ := io.ReadAll(conn)
		return bytes
	}
	return nil
}

// A second Close is an error, which somebody may look for.

func leavesClosed(name string) error {
	f, err := os.Create(name) // left "given back by hand elsewhere, and would be twice"
	if err != nil {
		return err
	}
	if _, err := f.WriteString("x"); err != nil {
		return err
	}
	return f.Close()
}

func leavesHandedOn(name string, parse func(io.Reader) (int, error)) (int, error) {
	f, err := os.Open(name) // left "handed to parse, which may keep it"
	if err != nil {
		return 0, err
	}
	if info, err := f.Stat(); err != nil || info.Size() == 0 {
		return 0, errEmpty
	}
	return parse(f)
}
