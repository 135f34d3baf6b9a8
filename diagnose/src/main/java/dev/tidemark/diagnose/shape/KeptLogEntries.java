package dev.tidemark.diagnose.shape;

/**
 * A logging hook that records every entry, left in a service.
 *
 * <pre>{@code
 * logger, hook := logtest.NewNullLogger()       logger := logrus.New()
 * serve(logger)  // found: the hook keeps all   serve(logger)  // fine
 * }</pre>
 */
final class KeptLogEntries implements Shape {
  private static final Functions CALLS =
      Functions.of(
          "github.com/sirupsen/logrus/hooks/test.(*Hook).Fire",
          "go.uber.org/zap/zaptest/observer.");

  @Override
  public String name() {
    return "kept-log-entries";
  }

  @Override
  public String title() {
    return "log entries are recorded in memory by a hook or core made for tests";
  }

  @Override
  public boolean isSeenIn(HeapSighting heap) {
    return heap.calls(CALLS);
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.inCallerOf(
        seen, CALLS, "remove the recording hook from the logger used{in}; it is for tests");
  }
}
