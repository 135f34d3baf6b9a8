package dev.tidemark.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is unbounded, what goes away some time, and what is no more than untidy. */
class LeakClassesTest {
  private static ShippedApi api;

  @BeforeAll
  static void readSummaries() throws IOException {
    api = ShippedApi.read();
  }

  private static List<String> scan(String rule, String source) {
    String imports =
        List.of("context", "io", "net/http", "runtime", "time").stream()
            .filter(one -> source.contains(one.substring(one.indexOf('/') + 1) + "."))
            .map(one -> "import \"" + one + "\"\n")
            .reduce("", String::concat);
    return api.scan("package shop\n" + imports + source).findings().stream()
        .filter(finding -> finding.rule().id().equals(rule))
        .map(finding -> finding.leakClass().toString())
        .toList();
  }

  private static String get(String client, String request) {
    return """
    type api struct{ http *http.Client }

    func newAPI() *api { return &api{http: %s} }

    func newClient(timeout time.Duration) *http.Client { return nil }

    func (a *api) get(ctx context.Context) (int, error) {
    	req, err := http.NewRequest("GET", "http://a", nil)
    	if err != nil {
    		return 0, err
    	}
    	%s
    	resp, err := a.http.Do(req)
    	if err != nil {
    		return 0, err
    	}
    	return resp.StatusCode, nil
    }
    """
        .formatted(client, request);
  }

  @Test
  void bodyOfARequestThatIsCutOffIsBounded() {
    String rule = "response-body-not-closed";
    assertThat(scan(rule, get("&http.Client{}", ""))).containsExactly("LEAK");
    assertThat(scan(rule, get("&http.Client{Timeout: time.Minute}", "")))
        .containsExactly("BOUNDED");
    assertThat(scan(rule, get("newClient(time.Minute)", ""))).containsExactly("BOUNDED");
    assertThat(scan(rule, get("&http.Client{}", "req = req.WithContext(ctx)")))
        .containsExactly("LEAK");
    String brief =
        """
        c, cancel := context.WithCancel(ctx)
        	defer cancel()
        	req = req.WithContext(c)
        """;
    assertThat(scan(rule, get("&http.Client{}", brief))).containsExactly("BOUNDED");
  }

  @Test
  void bodyThatWasReadIsDrained() {
    String source =
        """
        func get() ([]byte, error) {
        	resp, err := http.Get("http://a")
        	if err != nil {
        		return nil, err
        	}
        	all, err := io.ReadAll(resp.Body)
        	if err != nil {
        		return nil, err
        	}
        	resp.Body.Close()
        	return all, nil
        }
        """;
    String rule = "response-body-not-closed";
    assertThat(scan(rule, source)).containsExactly("HYGIENE");
    assertThat(
            scan(
                rule,
                source.replace(
                    "io.ReadAll(resp.Body)", "io.ReadAll(io.LimitReader(resp.Body, 9))")))
        .containsExactly("LEAK");
    String copied =
        """
        func get(w io.Writer) error {
        	resp, err := http.Get("http://a")
        	if err != nil {
        		return err
        	}
        	if _, err := io.Copy(w, resp.Body); err != nil {
        		return err
        	}
        	resp.Body.Close()
        	return nil
        }
        """;
    assertThat(scan(rule, copied)).containsExactly("LEAK");
    assertThat(scan(rule, copied.replace("Copy(w,", "Copy(io.Discard,")))
        .containsExactly("HYGIENE");
  }

  @Test
  void cancelLostBelowAContextOfTheCallIsBounded() {
    String source =
        """
        type server struct{ ctx context.Context }

        func (s *server) Serve(ctx context.Context) { %s }

        func try(ctx context.Context) error {
        	c, cancel := context.WithCancel(ctx)
        	if err := use(c); err != nil {
        		return err
        	}
        	cancel()
        	return nil
        }

        func use(context.Context) error { return nil }
        """;
    String rule = "lost-cancel";
    assertThat(scan(rule, source.formatted("try(ctx)"))).containsExactly("BOUNDED");
    assertThat(scan(rule, source.formatted("for { try(ctx) }"))).containsExactly("LEAK");
    assertThat(scan(rule, source.formatted("try(s.ctx)"))).containsExactly("LEAK");
    assertThat(scan(rule, source.formatted(""))).containsExactly("LEAK");
  }

  @Test
  void timerThatFiresSoonIsBounded() {
    String source =
        """
        func handle(w http.ResponseWriter, r *http.Request) {
        	time.AfterFunc(%s, func() { println(r.URL.Path) })
        }
        """;
    String rule = "after-func-not-stopped";
    assertThat(scan(rule, source.formatted("time.Minute"))).isEmpty();
    assertThat(scan(rule, source.formatted("10 * time.Minute"))).containsExactly("BOUNDED");
    assertThat(scan(rule, source.formatted("24 * time.Hour"))).containsExactly("LEAK");
  }

  @Test
  void finalizerThatIsAwaitedMayWait() {
    String source =
        """
        type cache struct{ j *janitor }

        type janitor struct{ stop chan bool }

        func (j *janitor) run() { %s }

        func stop(c *cache) { c.j.stop <- true }

        func newCache() *cache {
        	c := &cache{&janitor{make(chan bool)}}
        	go c.j.run()
        	runtime.SetFinalizer(c, stop)
        	return c
        }
        """;
    String rule = "finalizer-may-block";
    assertThat(scan(rule, source.formatted("<-j.stop"))).containsExactly("HYGIENE");
    assertThat(scan(rule, source.formatted(""))).containsExactly("LEAK");
  }

  @Test
  void goroutineThatIsStartedTheFirstTimeIsOne() {
    String source =
        """
        var ticker *time.Ticker

        func handle(w http.ResponseWriter, r *http.Request) {
        	%s
        }

        func expire() {
        	for range ticker.C {
        		println("x")
        	}
        }
        """;
    String rule = "goroutine-without-end";
    assertThat(scan(rule, source.formatted("go expire()"))).containsExactly("LEAK");
    assertThat(
            scan(
                rule,
                source.formatted(
                    "if ticker == nil { ticker = time.NewTicker(time.Second); go expire() }")))
        .isEmpty();
  }
}
