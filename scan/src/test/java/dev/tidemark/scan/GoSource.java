package dev.tidemark.scan;

import dev.tidemark.golang.build.Platform;
import dev.tidemark.golang.module.GoVersion;
import dev.tidemark.golang.module.ModuleCache;
import dev.tidemark.golang.module.ModuleGraph;
import dev.tidemark.golang.program.Program;
import dev.tidemark.golang.program.SummarySource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Scans Go code that a test gives, with the little of the standard library that it may use. */
final class GoSource {
  private GoSource() {}

  private static final String CONTEXT =
      """
      package context

      type Context interface{ Done() <-chan struct{}; Err() error }
      type CancelFunc func()
      func Background() Context { return nil }
      func TODO() Context { return nil }
      func WithValue(parent Context, key, value any) Context { return parent }
      func AfterFunc(parent Context, f func()) func() bool { return nil }
      func WithCancel(parent Context) (Context, CancelFunc) { return parent, func() {} }
      """;

  private static final String HTTP =
      """
      package http

      import "context"

      type Body interface{ Close() error }
      type Response struct{ Body Body; StatusCode int }
      func Get(url string) (*Response, error) { return nil, nil }
      type Header map[string][]string
      func (h Header) Get(key string) string { return "" }
      type URL struct{ Path string }
      type Request struct{ URL *URL; Method string; Header Header }
      func (r *Request) Context() context.Context { return nil }
      func (r *Request) FormValue(key string) string { return "" }
      type ResponseWriter interface{ WriteHeader(status int) }
      """;

  private static final String ERRORS =
      """
      package errors

      type text struct{ message string }
      func (t *text) Error() string { return t.message }
      func New(message string) error { return &text{message} }
      """;

  private static final String SYNC =
      """
      package sync

      type Mutex struct{ state int }
      func (m *Mutex) Lock() {}
      func (m *Mutex) Unlock() {}
      type RWMutex struct{ state int }
      func (m *RWMutex) Lock() {}
      func (m *RWMutex) Unlock() {}
      func (m *RWMutex) RLock() {}
      func (m *RWMutex) RUnlock() {}
      type Locker interface{ Lock(); Unlock() }
      type WaitGroup struct{ state int }
      func (g *WaitGroup) Add(n int) {}
      func (g *WaitGroup) Done() {}
      func (g *WaitGroup) Wait() {}
      func (g *WaitGroup) Go(f func()) {}
      type Cond struct{ L Locker }
      func NewCond(l Locker) *Cond { return &Cond{L: l} }
      func (c *Cond) Wait() {}
      func (c *Cond) Signal() {}
      func (c *Cond) Broadcast() {}
      type Once struct{ state int }
      type Pool struct{ New func() any }
      func (p *Pool) Get() any { return nil }
      func (p *Pool) Put(x any) {}
      type Map struct{ state int }
      func (m *Map) Store(key, value any) {}
      func (m *Map) Delete(key any) {}
      func (o *Once) Do(f func()) {}
      """;

  private static final String TIME =
      """
      package time

      type Duration int64
      type Time struct{ ns int64 }
      const Second Duration = 1000000000
      type Timer struct{ C <-chan Time }
      type Ticker struct{ C <-chan Time }
      func NewTicker(d Duration) *Ticker { return nil }
      func (t *Timer) Stop() bool { return true }
      func NewTimer(d Duration) *Timer { return nil }
      func After(d Duration) <-chan Time { return nil }
      func AfterFunc(d Duration, f func()) *Timer { return nil }
      func Sleep(d Duration) {}
      """;

  /** Rules and lines of what is found in the body of a file, whose first line is 1. */
  static List<String> scan(String body) {
    return report(body, Settings.DEFAULT).findings().stream()
        .map(finding -> finding.rule().id() + ":" + (finding.span().line() - 4))
        .toList();
  }

  static ScanReport report(String body, Settings settings) {
    return report(body, settings, Map.of());
  }

  /**
   * @param more further files, by their path
   */
  static ScanReport report(String body, Settings settings, Map<String, String> more) {
    String source =
        "package shop\nimport (\"context\"; \"errors\"; \"net/http\"; \"sync\"; \"time\")\nvar ctx context.Context\n"
            + "var _, _, _, _ = http.Get, time.Sleep, sync.NewCond, errors.New\n"
            + body;
    Map<String, String> all = new HashMap<>(more);
    all.put("/shop/shop.go", source);
    return module(all, List.of("shop"), settings);
  }

  /**
   * @param sources the files of the module shop in the folder /shop, by their path
   */
  static ScanReport module(Map<String, String> sources, List<String> packages, Settings settings) {
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "/shop/go.mod", "module shop\n\ngo 1.26\n",
                "/shop/vendor/modules.txt", "",
                "/shop/vendor/errors/errors.go", ERRORS,
                "/shop/vendor/sync/sync.go", SYNC,
                "/shop/vendor/time/time.go", TIME,
                "/shop/vendor/context/context.go", CONTEXT,
                "/shop/vendor/net/http/http.go", HTTP));
    all.putAll(sources);
    MemoryFiles files = new MemoryFiles(all);
    ModuleGraph modules = ModuleGraph.of(files, ModuleCache.none(files), "/shop");
    Program program = new Program(files, modules, Platform.linux(), SummarySource.NONE, true, true);
    return new Scan(program, Rules.all(), GoVersion.LATEST, settings)
        .run("/shop", packages, _ -> true, false, Runnable::run, _ -> {});
  }
}
