package dev.tidemark.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.golang.build.Platform;
import dev.tidemark.golang.module.FileTree;
import dev.tidemark.golang.module.GoVersion;
import dev.tidemark.golang.module.ModuleCache;
import dev.tidemark.golang.module.ModuleGraph;
import dev.tidemark.golang.program.Program;
import dev.tidemark.golang.program.SummarySource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What must be given back on every path: which paths are told, and which are left alone. */
class ReleaseRulesTest {
  private static final String CONTEXT =
      """
      package context

      type Context interface{ Done() <-chan struct{} }
      type CancelFunc func()
      func Background() Context { return nil }
      func WithCancel(parent Context) (Context, CancelFunc) { return parent, func() {} }
      """;

  private static final String HTTP =
      """
      package http

      type Body interface{ Close() error }
      type Response struct{ Body Body; StatusCode int }
      func Get(url string) (*Response, error) { return nil, nil }
      """;

  private record Memory(Map<String, String> files) implements FileTree {
    @Override
    public Optional<byte[]> read(String path) {
      return Optional.ofNullable(files.get(path))
          .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<Entry> list(String folder) {
      return files.keySet().stream()
          .filter(path -> path.startsWith(folder + "/"))
          .map(path -> path.substring(folder.length() + 1))
          .map(rest -> {
            int slash = rest.indexOf('/');
            return slash < 0
                ? new Entry(rest, Kind.FILE)
                : new Entry(rest.substring(0, slash), Kind.FOLDER);
          })
          .distinct()
          .toList();
    }
  }

  /** Rules and lines of what is found in the body of a file. */
  private static List<String> scan(String body) {
    String source =
        "package shop\nimport (\"context\"; \"net/http\")\nvar ctx context.Context\n"
            + "var _ = http.Get\n"
            + body;
    Memory files =
        new Memory(
            Map.of(
                "/shop/go.mod", "module shop\n\ngo 1.26\n",
                "/shop/shop.go", source,
                "/shop/vendor/modules.txt", "",
                "/shop/vendor/context/context.go", CONTEXT,
                "/shop/vendor/net/http/http.go", HTTP));
    ModuleGraph modules = ModuleGraph.of(files, ModuleCache.none(files), "/shop");
    Program program = new Program(files, modules, Platform.linux(), SummarySource.NONE, true, true);
    ScanReport report =
        new Scan(program, Rules.all(), GoVersion.LATEST)
            .run("/shop", List.of("shop"), _ -> true, false, Runnable::run, _ -> {});
    return report.findings().stream()
        .map(finding -> finding.rule().id() + ":" + (finding.span().line() - 4))
        .toList();
  }

  @Test
  void cancelOnOnePathOnlyIsFound() {
    String source =
        """
        func f(now bool) {
        	_, cancel := context.WithCancel(ctx)
        	if now { return }
        	cancel()
        }
        """;
    assertThat(scan(source)).containsExactly("lost-cancel:2");
  }

  @Test
  void cancelThatIsDeferredReturnedSentOrStoredIsFine() {
    String source =
        """
        type job struct{ cancel func() }
        func deferred() { _, cancel := context.WithCancel(ctx); defer cancel() }
        func returned() func() { _, cancel := context.WithCancel(ctx); return cancel }
        func sent(c chan func()) { _, cancel := context.WithCancel(ctx); c <- cancel }
        func stored(j *job) { _, j.cancel = context.WithCancel(ctx) }
        func inLiteral() func() { _, cancel := context.WithCancel(ctx); return func() { cancel() } }
        func byCallee() { _, cancel := context.WithCancel(ctx); end(cancel) }
        func end(cancel func()) { cancel() }
        """;
    assertThat(scan(source)).isEmpty();
  }

  @Test
  void cancelInAStructThatNobodyKeepsIsFound() {
    String source =
        """
        type job struct{ cancel func() }
        func f() {
        	j := &job{}
        	_, j.cancel = context.WithCancel(ctx)
        }
        """;
    assertThat(scan(source)).containsExactly("lost-cancel:4");
  }

  @Test
  void bodyIsOpenOnlyWhereThereWasNoError() {
    String source =
        """
        func fine() error {
        	resp, err := http.Get("x")
        	if err != nil { return err }
        	defer resp.Body.Close()
        	return nil
        }
        func lost() error {
        	resp, err := http.Get("x")
        	if err != nil { return err }
        	if resp.StatusCode != 200 { return nil }
        	return resp.Body.Close()
        }
        """;
    assertThat(scan(source)).containsExactly("response-body-not-closed:8");
  }

  @Test
  void bodiesAreFollowedThroughFunctionsOfTheModule() {
    String source =
        """
        func get() (*http.Response, error) { return http.Get("x") }
        func fine() { resp, err := get(); if err == nil { done(resp) } }
        func done(resp *http.Response) { if resp != nil { resp.Body.Close() } }
        func lost() int { resp, err := get(); if err != nil { return 0 }; return resp.StatusCode }
        """;
    assertThat(scan(source)).containsExactly("response-body-not-closed:4");
  }

  @Test
  void retryThatOverwritesAnOpenBodyIsFound() {
    String source =
        """
        func f() *http.Response {
        	for {
        		resp, err := http.Get("x")
        		if err == nil && resp.StatusCode == 200 { return resp }
        	}
        }
        """;
    assertThat(scan(source)).containsExactly("response-body-not-closed:3");
  }

  @Test
  void commentsSilenceAndUnusedOnesAreTold() {
    String source =
        """
        func f() {
        	_, cancel := context.WithCancel(ctx) //tidemark:ignore lost-cancel ends with the process
        	_ = cancel
        }
        //tidemark:ignore lost-cancel nothing here
        func g() {}
        """;
    assertThat(scan(source)).containsExactly("unused-ignore:5");
  }
}
