package dev.tidemark.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What must be given back on every path: which paths are told, and which are left alone. */
class ReleaseRulesTest {
  private static List<String> scan(String body) {
    return GoSource.scan(body).stream()
        .filter(finding -> !finding.startsWith("call-without-context"))
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
