package dev.tidemark.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a command leaves when it ends does not grow; what it does again and again does. */
class RunsOnceTest {
  private static final String SOURCE =
      """
      type command struct{ RunE func(args []string) error }
      var dump = &command{RunE: func(args []string) error { return dumpAll(args, len(args) > 3) }}
      func dumpAll(args []string, late bool) error {
      	done := make(chan error)
      	go func() { done <- errors.New("late") }()
      	if late { return nil }
      	return <-done
      }
      var serve = &command{RunE: func(args []string) error {
      	for { accepted(len(args) > 3) }
      }}
      func accepted(late bool) error {
      	done := make(chan error)
      	go func() { done <- errors.New("late") }()
      	if late { return nil }
      	return <-done
      }
      func Exported(late bool) error {
      	done := make(chan error)
      	go func() { done <- errors.New("late") }()
      	if late { return nil }
      	return <-done
      }
      func fetch() int {
      	resp, err := http.Get("")
      	if err != nil { return 0 }
      	return resp.StatusCode
      }
      var status = &command{RunE: func(args []string) error { fetch(); return nil }}
      """;

  private static final Set<String> RULES =
      Set.of("goroutine-blocked-send", "response-body-not-closed");

  private static List<String> found(Map<String, String> more) {
    return GoSource.report(SOURCE, Settings.DEFAULT, more).findings().stream()
        .filter(finding -> RULES.contains(finding.rule().id()))
        .map(finding -> finding.leakClass() + ":" + (finding.span().line() - 4))
        .toList();
  }

  @Test
  void whatCommandsRunOnceIsHygiene() {
    assertThat(
            found(Map.of("/shop/main.go", "package shop\n\nimport _ \"github.com/spf13/cobra\"\n")))
        .containsExactly("HYGIENE:5", "LEAK:14", "LEAK:20", "HYGIENE:25");
  }

  @Test
  void whoReadsNoCommandLineMayRunForEver() {
    assertThat(found(Map.of())).containsExactly("LEAK:5", "LEAK:14", "LEAK:20", "LEAK:25");
  }
}
