package shop

import (
	"net/http"

	"github.com/gorilla/websocket"
)

var upgrader websocket.Upgrader

func chat(w http.ResponseWriter, r *http.Request) {
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	defer conn.Close()
	for {
		_, _, err := conn.ReadMessage() // want "as long as the client is silent"
		if err != nil {
			return
		}
	}
}

func fineOnce(w http.ResponseWriter, r *http.Request) {
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	defer conn.Close()
	conn.ReadMessage()
}

func fineClient(url string) {
	c, _, err := websocket.DefaultDialer.Dial(url, nil)
	for err == nil {
		_, _, err = c.ReadMessage()
	}
}
