package recorder

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"
)

// process is a running shop.
type process struct {
	command *exec.Cmd
	base    string
	stderr  *strings.Builder
}

type processOptions struct {
	program, scenario, variant, upstream string
	godebug                              []string
}

func start(o processOptions) (*process, error) {
	p := &process{stderr: &strings.Builder{}}
	p.command = exec.Command(o.program, "-port", "0", "-scenario", o.scenario, "-variant", o.variant, "-upstream", o.upstream)
	// A fixed environment: what the caller happens to have set must not show in a recording.
	p.command.Env = []string{"GOMAXPROCS=2", "GODEBUG=" + strings.Join(o.godebug, ","), "HOME=/nonexistent", "PATH=" + os.Getenv("PATH")}
	p.command.Stderr = p.stderr
	stdout, err := p.command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := p.command.Start(); err != nil {
		return nil, err
	}
	line, err := bufio.NewReader(stdout).ReadString('\n')
	base, found := strings.CutPrefix(strings.TrimSpace(line), "listening on ")
	if err != nil && !errors.Is(err, io.EOF) || !found {
		p.stop()
		return nil, fmt.Errorf("shop did not start: %s", p.stderr)
	}
	p.base = base
	return p, nil
}

// stop ends the process, politely at first, and returns an error if it had ended by itself.
func (p *process) stop() error {
	ended := make(chan error, 1)
	go func() { ended <- p.command.Wait() }()
	if err := p.command.Process.Signal(syscall.SIGTERM); err != nil {
		return fmt.Errorf("shop ended too early: %w: %s", <-ended, p.stderr)
	}
	select {
	case <-ended:
	case <-time.After(5 * time.Second):
		p.command.Process.Kill()
		<-ended
	}
	return nil
}
