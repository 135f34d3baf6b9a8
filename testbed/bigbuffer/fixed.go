package bigbuffer

import (
	"bytes"
	"io"

	"shop/scenario"
)

// ReceiveAndClone is Receive with the signature copied out of the upload.
func (u *Uploads) ReceiveAndClone(body io.Reader) (int, error) {
	content, err := io.ReadAll(body)
	if err != nil {
		return 0, err
	}
	signature := bytes.Clone(content[:min(signatureBytes, len(content))])
	u.mu.Lock()
	defer u.mu.Unlock()
	u.signatures = append(u.signatures, signature)
	return len(content), nil
}

// MountFixed adds the upload route.
func MountFixed(env scenario.Env) {
	env.Routes.POST("/uploads", uploadHandler((&Uploads{}).ReceiveAndClone))
}
