package dev.tidemark.scan;

import java.util.List;

/**
 * A goroutine that waits in vain has no way to its end either: where the one is told, with the
 * order of events, the other is not.
 */
final class OneGoroutine {
  private static final String ENDLESS = "goroutine-without-end";

  private OneGoroutine() {}

  static void toldOnce(List<Finding> all) {
    List<Finding> waiting =
        all.stream()
            .filter(finding ->
                finding.rule().id().startsWith("goroutine-blocked-")
                    && finding.leakClass() == LeakClass.LEAK)
            .toList();
    all.removeIf(finding ->
        finding.rule().id().equals(ENDLESS)
            && waiting.stream().anyMatch(other -> isWithin(other, finding)));
  }

  /** Whether the place where one waits is in the function that the other is of. */
  private static boolean isWithin(Finding waiting, Finding endless) {
    Span function = endless.steps().getLast().span();
    Span place = waiting.span();
    return function.file().equals(place.file())
        && function.line() <= place.line()
        && place.line() <= function.endLine();
  }
}
