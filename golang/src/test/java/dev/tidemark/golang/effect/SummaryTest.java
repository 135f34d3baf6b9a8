package dev.tidemark.golang.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.golang.MemoryFiles;
import dev.tidemark.golang.build.Platform;
import dev.tidemark.golang.module.ModuleCache;
import dev.tidemark.golang.module.ModuleGraph;
import dev.tidemark.golang.program.Program;
import dev.tidemark.golang.program.SummarySource;
import dev.tidemark.golang.types.Place;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of functions to those who call them. */
class SummaryTest {
  private static List<String> explain(String source, String function) {
    MemoryFiles files =
        new MemoryFiles()
            .with("/shop/go.mod", "module shop\n\ngo 1.26\n")
            .with("/shop/shop.go", "package shop\n" + source);
    ModuleGraph modules = ModuleGraph.of(files, ModuleCache.none(files), "/shop");
    Program program = new Program(files, modules, Platform.linux(), SummarySource.NONE, true);
    AnalyzedPackage analyzed =
        AnalyzedPackage.of(program.source("shop").orElseThrow(), _ -> Optional.empty());
    return analyzed.bodies().stream()
        .filter(body -> body.symbol().name().equals(function))
        .flatMap(body ->
            Explanation.of(body, analyzed.summaries().of(body), SummaryTest::nowhere).stream())
        .map(String::strip)
        .toList();
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
