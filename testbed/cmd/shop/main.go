// Command shop is the service under test: a storefront with one scenario mounted, on loopback only.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"shop/registry"
	"shop/scenario"
	"shop/service"
)

func main() {
	port := flag.Int("port", 8080, "port on 127.0.0.1; 0 takes a free one")
	name := flag.String("scenario", "", "scenario to mount; none: the storefront alone")
	variant := flag.String("variant", string(scenario.LeakingVariant), "leaking, fixed or harmless")
	upstream := flag.String("upstream", "http://127.0.0.1:9", "base URL of the warehouse service")
	flag.Parse()
	if err := run(*port, *name, scenario.Variant(*variant), *upstream); err != nil {
		fmt.Fprintln(os.Stderr, "shop:", err)
		os.Exit(1)
	}
}

func run(port int, name string, variant scenario.Variant, upstream string) error {
	mount, err := findMount(name, variant)
	if err != nil {
		return err
	}
	lifetime, end := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer end()
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		return err
	}
	server := &http.Server{Handler: service.New(lifetime, upstream, mount), ReadHeaderTimeout: 10 * time.Second}
	closeAtEnd := context.AfterFunc(lifetime, func() { server.Close() })
	defer closeAtEnd()
	// Whoever starts the service reads the address from this line.
	fmt.Printf("listening on http://%s\n", listener.Addr())
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func findMount(name string, variant scenario.Variant) (scenario.Mount, error) {
	if name == "" {
		return nil, nil
	}
	found, known := registry.Find(name)
	if !known {
		return nil, fmt.Errorf("no scenario %q", name)
	}
	mount := found.Mount(variant)
	if mount == nil {
		return nil, fmt.Errorf("scenario %s has no variant %q", name, variant)
	}
	return mount, nil
}
