package shop

import (
	"bytes"
	"context"
	"net/http"
	"os"
	"os/exec"
	"time"
)

func shell(ctx context.Context, script string) ([]byte, error) {
	return exec.CommandContext(ctx, "sh", "-c", script).Output() // want "does not end the waiting"
}

func buffered(w http.ResponseWriter, r *http.Request) {
	var out bytes.Buffer
	cmd := exec.CommandContext(r.Context(), "git", "log") // want "does not end the waiting"
	cmd.Stdout = &out
	cmd.Run()
}

func fineDelay(ctx context.Context, script string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "sh", "-c", script)
	cmd.WaitDelay = time.Second
	return cmd.Output()
}

func fineFile(ctx context.Context, script string) error {
	cmd := exec.CommandContext(ctx, "sh", "-c", script)
	cmd.Stdout = os.Stdout
	return cmd.Run()
}

func fineAtStart(ctx context.Context) ([]byte, error) {
	return exec.CommandContext(ctx, "git", "log").Output()
}

func fineHandedOn(ctx context.Context, script string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "sh", "-c", script)
	prepare(cmd)
	return cmd.Output()
}

func prepare(cmd *exec.Cmd) {
	cmd.WaitDelay = time.Second
}
