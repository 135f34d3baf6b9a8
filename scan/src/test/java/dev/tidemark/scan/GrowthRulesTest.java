package dev.tidemark.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What outlives a request: what only grows, what is kept, and what is bounded after all. */
class GrowthRulesTest {
  private static List<String> scan(String body) {
    return GoSource.scan(body);
  }

  @Test
  void mapThatRequestsFillIsFound() {
    String source =
        """
        var seen = map[string]int{}
        func handle(w http.ResponseWriter, r *http.Request) {
        	seen[r.URL.Path]++
        }
        """;
    assertThat(scan(source)).containsExactly("container-only-grows:3");
  }

  @Test
  void mapThatIsBoundedOrEmptiedIsFine() {
    String source =
        """
        var limited, emptied, cleared, counted = map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}
        func handle(w http.ResponseWriter, r *http.Request) {
        	if len(limited) > 100 { limited = map[string]int{} }
        	limited[r.URL.Path]++
        	emptied[r.URL.Path]++
        	cleared[r.URL.Path]++
        	if n, known := counted[r.URL.Path]; known { counted[r.URL.Path] = n + 1 }
        }
        func sweep() { for k := range emptied { delete(emptied, k) } }
        func reset() { clear(cleared) }
        """;
    assertThat(scan(source)).isEmpty();
  }

  @Test
  void keysOfWhichThereAreFewAreFine() {
    String source =
        """
        var byMethod = map[string]int{}
        var all = map[string]int{}
        func handle(w http.ResponseWriter, r *http.Request) {
        	byMethod[r.Method]++
        	all["requests"]++
        }
        func register(name string) { all[name] = 0 }
        """;
    assertThat(scan(source)).isEmpty();
  }

  @Test
  void cacheOfAStructThatOutlivesRequestsIsFound() {
    String source =
        """
        type cache struct{ mu sync.Mutex; byUser map[string]int }
        func (c *cache) get(user string) int {
        	c.mu.Lock()
        	defer c.mu.Unlock()
        	c.byUser[user] = 1
        	return 1
        }
        func mount() func(http.ResponseWriter, *http.Request) {
        	c := &cache{byUser: map[string]int{}}
        	return func(w http.ResponseWriter, r *http.Request) { c.get(r.FormValue("user")) }
        }
        """;
    assertThat(scan(source)).containsExactly("container-only-grows:5");
  }

  @Test
  void whatBelongsToTheRequestIsFine() {
    String source =
        """
        type page struct{ parts []string }
        func (p *page) add(s string) { p.parts = append(p.parts, s) }
        func handle(w http.ResponseWriter, r *http.Request) {
        	p := &page{}
        	p.add(r.URL.Path)
        	local := map[string]bool{}
        	local[r.URL.Path] = true
        }
        """;
    assertThat(scan(source)).isEmpty();
  }

  @Test
  void mapThatAHandlerCapturesIsFound() {
    String source =
        """
        func mount() func(http.ResponseWriter, *http.Request) {
        	visits := map[string]int{}
        	return func(w http.ResponseWriter, r *http.Request) { visits[r.URL.Path]++ }
        }
        """;
    assertThat(scan(source)).containsExactly("container-only-grows:3");
  }

  @Test
  void requestThatIsTakenOutOnOnePathOnlyIsFound() {
    String source =
        """
        var active sync.Map
        func handle(w http.ResponseWriter, r *http.Request) {
        	active.Store(r.URL.Path, r)
        	if r.Method == "HEAD" { return }
        	active.Delete(r.URL.Path)
        }
        func deferred(w http.ResponseWriter, r *http.Request) {
        	active.Store(r.URL.Path, r)
        	defer active.Delete(r.URL.Path)
        	if r.Method == "HEAD" { return }
        }
        """;
    assertThat(scan(source)).containsExactly("context-in-global:3");
  }

  @Test
  void objectThatGoesBackWithWhatWasAddedIsFound() {
    String source =
        """
        type batch struct{ events []int }
        func (b *batch) add() { b.events = append(b.events, 1) }
        func (b *batch) empty() { b.events = b.events[:0] }
        var pool = sync.Pool{New: func() any { return &batch{} }}
        func send() { b := pool.Get().(*batch); b.add(); pool.Put(b) }
        func fine() { b := pool.Get().(*batch); b.add(); b.empty(); pool.Put(b) }
        func before() { b := pool.Get().(*batch); b.events = b.events[:0]; b.add(); pool.Put(b) }
        """;
    assertThat(scan(source)).containsExactly("pool-put-without-reset:5");
  }

  @Test
  void goroutineOfARequestWithoutAWayOutIsFound() {
    String source =
        """
        func handle(w http.ResponseWriter, r *http.Request) {
        	go func() { t := time.NewTicker(time.Second); for range t.C {} }()
        	go func() {
        		t := time.NewTicker(time.Second)
        		for {
        			select {
        			case <-t.C:
        			case <-r.Context().Done(): return
        			}
        		}
        	}()
        }
        func main() { go func() { for { time.Sleep(time.Second) } }() }
        """;
    assertThat(scan(source)).containsExactly("goroutine-without-end:2");
  }

  @Test
  void functionLeftToALongContextIsFound() {
    String source =
        """
        func handle(w http.ResponseWriter, r *http.Request) {
        	context.AfterFunc(ctx, func() {})
        	stop := context.AfterFunc(ctx, func() {})
        	defer stop()
        	context.AfterFunc(r.Context(), func() {})
        }
        """;
    assertThat(scan(source)).containsExactly("after-func-not-stopped:2");
  }

  @Test
  void elementOfASliceTakesThePlaceOfAnother() {
    String source =
        """
        var buffers = sync.Pool{New: func() any { return make([]byte, 1500) }}
        func frame(read func([]byte) int) {
        	b := buffers.Get().([]byte)
        	read(b)
        	b[1] = b[2]
        	buffers.Put(b)
        }
        """;
    assertThat(scan(source)).doesNotContain("pool-put-without-reset:6");
    assertThat(scan(source.replace("[]byte", "map[int]byte"))).contains("pool-put-without-reset:6");
  }

  @Test
  void whatIsDoneOnceIsNotDoneWithEachRequest() {
    String source =
        """
        var once sync.Once
        func serve(w http.ResponseWriter, r *http.Request) {
        	once.Do(func() { go func() { for { time.Sleep(time.Second) } }() })
        }
        """;
    assertThat(scan(source)).isEmpty();
    assertThat(scan(source.replace("once.Do(func() {", "func() {").replace("}() })", "}() }()")))
        .containsExactly("goroutine-without-end:3");
  }
}
