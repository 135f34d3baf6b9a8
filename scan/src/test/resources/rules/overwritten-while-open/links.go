package shop

import (
	"context"
	"net"
	"os"

	"github.com/gorilla/websocket"
)

type link struct {
	addr string
	conn net.Conn
}

func (l *link) Reconnect() error {
	conn, err := net.Dial("tcp", l.addr)
	if err != nil {
		return err
	}
	l.conn = conn // want "what conn held is not closed"
	return nil
}

func (l *link) Close() error { return l.conn.Close() }

type stream struct {
	url  string
	conn *websocket.Conn
}

func (s *stream) connect() error {
	conn, _, err := websocket.DefaultDialer.Dial(s.url, nil)
	if err != nil {
		return err
	}
	s.conn = conn // want "what conn held is not closed"
	return nil
}

func (s *stream) run() {
	for {
		if s.connect() != nil {
			return
		}
		for {
			if _, _, err := s.conn.ReadMessage(); err != nil {
				break
			}
		}
	}
}

type rotator struct {
	file *os.File
	size int
}

func (r *rotator) Write(b []byte) (int, error) {
	if r.file == nil || r.size > 1<<20 {
		file, err := os.Create("log")
		if err != nil {
			return 0, err
		}
		r.file = file // want "what file held is not closed"
		r.size = 0
	}
	r.size += len(b)
	return r.file.Write(b)
}

type fineLink struct {
	addr string
	conn net.Conn
}

func (l *fineLink) fineReconnect() error {
	if l.conn != nil {
		l.conn.Close()
	}
	conn, err := net.Dial("tcp", l.addr)
	if err != nil {
		return err
	}
	l.conn = conn
	return nil
}

type worker struct {
	cancel context.CancelFunc
	first  net.Conn
	once   *os.File
}

func (w *worker) fineRestart() {
	if w.cancel != nil {
		w.cancel()
	}
	ctx, cancel := context.WithCancel(context.Background())
	w.cancel = cancel
	go func() { <-ctx.Done() }()
}

func (w *worker) fineLazy() error {
	if w.first == nil {
		conn, err := net.Dial("tcp", ":1")
		if err != nil {
			return err
		}
		w.first = conn
	}
	return nil
}

func (w *worker) fineStart() error {
	file, err := os.Create("log")
	w.once = file
	return err
}

type swapped struct{ conn net.Conn }

func (s *swapped) fineSwap() error {
	old := s.conn
	conn, err := net.Dial("tcp", ":1")
	if err != nil {
		return err
	}
	s.conn = conn
	return old.Close()
}

func fineNew() (*link, error) {
	conn, err := net.Dial("tcp", ":1")
	if err != nil {
		return nil, err
	}
	return &link{conn: conn}, nil
}
