package dev.tidemark.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whole programs in which someone waits in vain; beside each the same one mended. */
class WaitProgramsTest {
  private static ShippedApi api;

  @BeforeAll
  static void readSummaries() throws IOException {
    api = ShippedApi.read();
  }

  private static List<String> scan(String source) {
    String imports =
        List.of("context", "golang.org/x/sync/errgroup", "sync").stream()
            .filter(one -> source.contains(one.substring(one.lastIndexOf('/') + 1) + "."))
            .map(one -> "import \"" + one + "\"; ")
            .reduce("", String::concat);
    return api.scan("package main; " + imports + source).findings().stream()
        .filter(finding -> finding.leakClass() == LeakClass.LEAK)
        .map(finding -> finding.rule().id() + ":" + finding.span().line())
        .toList();
  }

  private static void check(String source, String wrong, String right, String... found) {
    assertThat(source).contains(wrong);
    assertThat(scan(source)).containsExactly(found);
    assertThat(scan(source.replace(wrong, right))).isEmpty();
  }

  @Test
  void goroutineThatOnlyAnInterfaceStarts() {
    String source =
        """

        type reader interface{ follow(stop chan int) chan int }
        type file struct{}
        func (f *file) follow(stop chan int) chan int {
        	out := make(chan int)
        	go func() {
        		defer close(out)
        		for i := 0; i < 5; i++ {
        			out <- i
        		}
        	}()
        	return out
        }
        func main() {
        	var r reader = &file{}
        	lines := r.follow(nil)
        	<-lines
        }
        """;
    check(source, "<-lines\n", "for range lines {}\n", "goroutine-blocked-send:9");
  }

  @Test
  void onceThatWaitsForItself() {
    String source =
        """

        type registry struct{ once sync.Once; all map[string]int }
        func (r *registry) load() { r.once.Do(func() { r.all = map[string]int{}; r.lookup("a") }) }
        func (r *registry) lookup(name string) int { r.load(); return r.all[name] }
        func main() { new(registry).lookup("b") }
        """;
    check(source, "; r.lookup(\"a\")", "", "lock-not-released:3");
  }

  @Test
  void panicLeavesTheLockLocked() {
    String source =
        """

        type queue struct{ mu sync.Mutex; n int }
        func (q *queue) add(n int) {
        	q.mu.Lock()
        	if n < 0 { panic("negative") }
        	q.n += n
        	q.mu.Unlock()
        }
        func (q *queue) try(n int) {
        	defer func() { recover() }()
        	q.add(n)
        }
        func main() {
        	q := &queue{}
        	q.try(-1)
        	q.try(1)
        }
        """;
    check(
        source,
        "q.mu.Lock()\n\tif n < 0 { panic(\"negative\") }",
        "if n < 0 { panic(\"negative\") }\n\tq.mu.Lock()",
        "lock-taken-twice:4");
  }

  @Test
  void sliceThatGetsShorter() {
    String source =
        """

        type queue struct{ mu sync.Mutex; full *sync.Cond; items []int }
        func (q *queue) put(n int) {
        	q.mu.Lock()
        	for len(q.items) >= 1 { q.full.Wait() }
        	q.items = append(q.items, n)
        	q.mu.Unlock()
        }
        func (q *queue) take() {
        	q.mu.Lock()
        	q.items = q.items[:0]
        	q.mu.Unlock()
        }
        func main() {
        	q := &queue{}
        	q.full = sync.NewCond(&q.mu)
        	q.put(1)
        	done := make(chan int)
        	go func() { q.put(2); close(done) }()
        	q.take()
        	<-done
        }
        """;
    check(
        source,
        "q.items = q.items[:0]\n",
        "q.items = q.items[1:]; q.full.Signal()\n",
        "cond-never-signalled:5");
  }

  @Test
  void channelsOfAnArray() {
    String source =
        """

        func main() {
        	var cs [2]chan int
        	var wg sync.WaitGroup
        	for i := range cs { cs[i] = make(chan int) }
        	for _, c := range cs {
        		wg.Add(1)
        		go func() { defer wg.Done(); <-c }()
        	}
        	for _, c := range cs[1:] { close(c) }
        	wg.Wait()
        }
        """;
    check(source, "range cs[1:]", "range cs", "goroutine-blocked-receive:8");
  }

  @Test
  void functionThatIsRunOnce() {
    String source =
        """

        func main() {
        	stop := make(chan int)
        	end := sync.OnceFunc(func() { close(stop) })
        	done := make(chan int)
        	go func() { <-stop; close(done) }()
        	println(end != nil)
        	<-done
        }
        """;
    check(source, "println(end != nil)", "end(); end()", "goroutine-blocked-receive:6");
  }

  @Test
  void functionThatRunsWhenAContextEnds() {
    String source =
        """

        func main() {
        	ctx, cancel := context.WithCancel(context.Background())
        	woken := make(chan int)
        	stop := context.AfterFunc(ctx, func() { close(woken) })
        	stop()
        	done := make(chan int)
        	go func() { <-woken; close(done) }()
        	cancel()
        	<-done
        }
        """;
    check(source, "\tstop()\n", "\t_ = stop\n", "goroutine-blocked-receive:8");
  }

  @Test
  void methodAsAFunction() {
    String source =
        """

        type stage struct{ in chan int }
        func (s *stage) run() { for range s.in {} }
        func main() {
        	s := &stage{make(chan int)}
        	run := (*stage).run
        	go run(s)
        	s.in <- 1
        }
        """;
    check(source, "s.in <- 1\n", "s.in <- 1; close(s.in)\n", "goroutine-blocked-receive:3");
  }

  @Test
  void channelInASyncMap() {
    String source =
        """

        type request struct{ done chan int }
        func pull(all *sync.Map, wg *sync.WaitGroup) {
        	defer wg.Done()
        	v, loaded := all.LoadOrStore("img", &request{make(chan int)})
        	r := v.(*request)
        	if loaded { <-r.done; return }
        	all.Delete("img")
        }
        func main() {
        	var all sync.Map
        	var wg sync.WaitGroup
        	wg.Add(2)
        	go pull(&all, &wg)
        	go pull(&all, &wg)
        	wg.Wait()
        }
        """;
    check(
        source,
        "all.Delete(\"img\")\n",
        "all.Delete(\"img\"); close(r.done)\n",
        "goroutine-blocked-receive:7");
  }

  @Test
  void lockThatIsTakenOverAndOver() {
    String source =
        """

        type table struct{ mu sync.RWMutex; n int }
        func (t *table) set() { t.mu.Lock(); t.n++; t.mu.Unlock() }
        func (t *table) size() int { t.mu.RLock(); defer t.mu.RUnlock(); return t.n }
        func (t *table) each() {
        	t.mu.RLock()
        	defer t.mu.RUnlock()
        	println(t.size())
        }
        func main() {
        	t := &table{}
        	go func() { for { t.set() } }()
        	t.each()
        }
        """;
    check(source, "println(t.size())", "println(t.n)", "lock-order:3", "lock-taken-twice:4");
  }

  @Test
  void groupWithRoomForOne() {
    String source =
        """

        type walker struct{ g *errgroup.Group }
        func (w *walker) visit(n int) error {
        	for i := range n {
        		w.g.Go(func() error { return w.visit(i) })
        	}
        	return nil
        }
        func main() {
        	w := &walker{new(errgroup.Group)}
        	w.g.SetLimit(1)
        	w.g.Go(func() error { return w.visit(2) })
        	w.g.Wait()
        }
        """;
    check(
        source,
        "w.g.Go(func() error { return w.visit(i) })",
        "if !w.g.TryGo(func() error { return w.visit(i) }) { w.visit(i) }",
        "waitgroup-never-zero:5");
  }

  @Test
  void functionThatIsNotKnown() {
    String source =
        """

        import "testing"
        var steps map[string]func(*testing.T)
        func TestAll(t *testing.T) {
        	done := make(chan int, 1)
        	for name, step := range steps { t.Run(name, step) }
        	done <- 1
        	<-done
        }
        func main() { TestAll(nil) }
        """;
    assertThat(scan(source)).isEmpty();
  }

  @Test
  void numberThatAFlagSets() {
    String source =
        """

        type config struct{ workers int }
        func read(n *int) { *n = 3 }
        var parse = read
        func main() {
        	var cfg config
        	parse(&cfg.workers)
        	ch := make(chan int)
        	for i := 0; i < cfg.workers; i++ {
        		go func() { for range ch {} }()
        	}
        	ch <- 1
        	close(ch)
        }
        """;
    assertThat(scan(source)).isEmpty();
  }
}
