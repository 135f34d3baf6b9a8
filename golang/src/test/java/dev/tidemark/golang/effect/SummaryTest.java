package dev.tidemark.golang.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.golang.MemoryFiles;
import dev.tidemark.golang.build.Platform;
import dev.tidemark.golang.module.ModuleCache;
import dev.tidemark.golang.module.ModuleGraph;
import dev.tidemark.golang.program.Program;
import dev.tidemark.golang.program.SummarySource;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.types.Place;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of functions to those who call them. */
class SummaryTest {
  private static final String SYNC =
      """
      package sync

      type RWMutex struct{ state int }

      func (m *RWMutex) Lock()
      func (m *RWMutex) Unlock()
      func (m *RWMutex) RLock()
      func (m *RWMutex) RUnlock()
      """;

  private static Program program(String source) {
    MemoryFiles files =
        new MemoryFiles()
            .with("/shop/go.mod", "module shop\n\ngo 1.26\n")
            .with("/shop/shop.go", "package shop\n" + source)
            .with("/shop/vendor/modules.txt", "")
            .with("/shop/vendor/sync/sync.go", SYNC);
    ModuleGraph modules = ModuleGraph.of(files, ModuleCache.none(files), "/shop");
    return new Program(files, modules, Platform.linux(), SummarySource.NONE, true);
  }

  private static AnalyzedPackage analyzed(Program program) {
    return AnalyzedPackage.of(program.source("shop").orElseThrow(), _ -> Optional.empty());
  }

  private static List<String> explain(String source, String function) {
    AnalyzedPackage analyzed = analyzed(program(source));
    return analyzed.bodies().stream()
        .filter(body -> body.symbol().name().equals(function))
        .flatMap(body ->
            Explanation.of(body, analyzed.summaries().of(body), SummaryTest::nowhere).stream())
        .map(String::strip)
        .toList();
  }

  @Test
  void whatIsStoredIsReadAgain() {
    Program program =
        program(
            """
            type Feed struct{ Done chan int }
            func (f *Feed) Stop() { close(f.Done) }
            func With(f *Feed, c chan int) func(d chan *Feed) func() {
            	return func(d chan *Feed) func() { return func() { (<-d).Stop(); f.Stop(); close(c) } }
            }
            """);
    AnalyzedPackage analyzed = analyzed(program);
    StoredSummaries stored =
        new StoredSummaries(
            _ -> StoredSummaries.bytes(analyzed), _ -> program.source("shop").orElseThrow().pkg());
    for (Body body : analyzed.bodies()) {
      assertThat(stored.of(body.symbol()).map(one -> lines(body, one)))
          .contains(lines(body, analyzed.summaries().of(body)));
    }
  }

  private static List<String> lines(Body body, Summary summary) {
    return Explanation.of(body, summary, SummaryTest::nowhere);
  }

  private static String nowhere(Place place) {
    return "";
  }

  @Test
  void whatIsDoneThroughAnotherFunctionIsDone() {
    String source =
        """
        type feed struct{ done chan int }
        func (f *feed) stop() { end(f.done) }
        func end(c chan int) { if len(c) > 3 { println() }; close(c) }
        """;
    assertThat(explain(source, "stop"))
        .containsExactly("shop.feed.stop", "returns", "f.done is closed, always");
  }

  @Test
  void whatIsDoneOnSomePathsIsNotCertain() {
    String source = "func f(c chan int, now bool) { if now { return }; close(c) }";
    assertThat(explain(source, "f")).contains("c is closed, on some paths");
  }

  private static List<String> locks(String body) {
    String source =
        """
        import "sync"
        type box struct{ mu sync.RWMutex; n int }
        func (b *box) begin() { b.mu.Lock() }
        func (b *box) end() { b.mu.Unlock() }
        func f(b *box, now bool) { %s }
        """
            .formatted(body);
    return explain(source, "f").stream()
        .filter(line -> line.contains("locked") || line.contains("not all"))
        .toList();
  }

  @Test
  void locksAreTakenGivenBackOrLeft() {
    assertThat(locks("b.mu.Lock(); defer b.mu.Unlock(); b.n++"))
        .containsExactly("b.mu is locked, and unlocked again");
    assertThat(locks("b.mu.RLock(); b.n++; b.mu.RUnlock()"))
        .containsExactly("b.mu is locked, and unlocked again (for reading)");
    assertThat(locks("b.begin()")).containsExactly("b.mu is left locked, always");
    assertThat(locks("b.begin(); if now { return }; b.end()"))
        .containsExactly("b.mu is left locked, on some paths");
    assertThat(locks("if now { b.begin(); b.n++; b.end() }"))
        .containsExactly("b.mu is locked, and unlocked again");
    assertThat(locks("b.end()")).containsExactly("b.mu is unlocked for who locked it, always");
    assertThat(locks("if now { b.end() }"))
        .containsExactly("b.mu is unlocked for who locked it, on some paths");
    assertThat(locks("go b.begin()")).isEmpty();
  }

  @Test
  void loopOverAFunctionCallsItOnce() {
    assertThat(explain("func f(seq func(yield func(int) bool)) { for range seq {} }", "f"))
        .contains("seq is called, always");
    String method =
        """
        type feed struct{ done chan int }
        func (f *feed) all(yield func(int) bool) { defer close(f.done); yield(1) }
        func f(x *feed) { for n := range x.all { println(n) } }
        """;
    assertThat(explain(method, "f")).contains("x.done is closed, always");
    String literal =
        """
        func f(c chan int) {
        	for range func(yield func() bool) { if yield() { close(c) } } {
        		println()
        	}
        }
        """;
    assertThat(explain(literal, "f")).contains("c is closed, on some paths");
    String given =
        """
        func f(c chan int) {
        	for range all(c) {}
        }
        func all(c chan int) func(func() bool) { close(c); return nil }
        """;
    assertThat(explain(given, "f").stream().filter(line -> line.contains("closed")))
        .containsExactly("c is closed, always");
  }

  @Test
  void functionsThatCallsReturnAreFollowed() {
    String closer = "func closer(c chan int) func(bool) { return func(now bool) { close(c) } }\n";
    assertThat(explain(closer, "closer"))
        .containsExactly(
            "shop.closer",
            "returns",
            "c is returned as result 1, always",
            "calling result 1:",
            "returns",
            "c is closed, always");
    assertThat(explain(closer + "func f(x chan int) { closer(x)(true) }", "f"))
        .containsExactly("shop.f", "returns", "x is closed, always");
    assertThat(explain(closer + "func f(x chan int) { end := closer(x); defer end(true) }", "f"))
        .contains("x is closed, always");
    String seq =
        """
        func values(c chan int) func(func(int) bool) {
        	return func(yield func(int) bool) {
        		for v := range c {
        			if !yield(v) {
        				return
        			}
        		}
        	}
        }
        func f(x chan int) {
        	for v := range values(x) {
        		println(v)
        	}
        }
        """;
    assertThat(explain(seq, "f"))
        .contains("may wait for other goroutines", "x is received from, always");
    String curried =
        """
        func with(c chan int) func(chan int) func() {
        	return func(d chan int) func() { return func() { close(c); d <- 1 } }
        }
        func f(x, y chan int) { with(x)(y)() }
        """;
    assertThat(explain(curried, "f")).contains("x is closed, always", "y is sent to, always");
    String method =
        """
        type feed struct{ done chan int }
        func (f *feed) stop() { close(f.done) }
        func (f *feed) stopper() (func(), error) { if f.done == nil { return nil, nil }; return f.stop, nil }
        func f(x *feed) { end, _ := x.stopper(); end() }
        """;
    assertThat(explain(method, "f")).contains("x.done is closed, always");
    String either =
        """
        func one(c chan int) { close(c) }
        func two(c chan int) { c <- 1; close(c) }
        func f(x chan int, now bool) { g := one; if now { g = two }; g(x) }
        """;
    assertThat(explain(either, "f"))
        .contains("x is closed, on some paths", "x is sent to, on some paths");
  }

  @Test
  void nothingNeedsToBeDoneWithNil() {
    String source = "func f(c *chan int) { if c == nil { return }; close(*c) }";
    assertThat(explain(source, "f")).contains("c is closed, always");
  }

  @Test
  void whatIsDeferredIsDoneWhateverFollows() {
    String source =
        "func f(c chan int, now bool) { defer func() { close(c) }(); if now { return } }";
    assertThat(explain(source, "f")).contains("c is closed, always");
  }

  @Test
  void goroutinesDoItSomeTime() {
    String source = "func f(c chan int) { go func() { c <- 1 }() }";
    assertThat(explain(source, "f"))
        .contains("starts goroutines", "c is sent to, always, by a goroutine it starts")
        .doesNotContain("may wait for other goroutines");
  }

  @Test
  void functionsThatCallEachOtherShareWhatTheyDo() {
    String source =
        """
        var kept []*int
        func ping(p *int, n int) { if n > 0 { pong(p, n-1) } }
        func pong(p *int, n int) { kept = append(kept, p); ping(p, n) }
        """;
    assertThat(explain(source, "ping")).contains("shop.kept gets elements, on some paths");
  }

  @Test
  void contextsAreWatchedInSelect() {
    String source =
        """
        import "context"
        func f(ctx context.Context, c chan int) {
        	for {
        		select {
        		case <-ctx.Done():
        			return
        		case <-c:
        		}
        	}
        }
        """;
    assertThat(explain(source, "f"))
        .contains(
            "ctx: its end is waited for, always",
            "c is received from, on some paths",
            "may wait for other goroutines");
  }

  @Test
  void whatIsBehindAnEndlessLoopIsNotReached() {
    assertThat(explain("func f(c chan int) { for { <-c }; close(c) }", "f"))
        .contains("never returns")
        .doesNotContain("c is closed, always");
  }
}
