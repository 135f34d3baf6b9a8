package dev.tidemark.diagnose.shape;

/**
 * A logger made per request whose library starts a goroutine that its Close does not end.
 *
 * <pre>{@code
 * func audit(tenant string) *log.Logger {      var audits = map[string]*log.Logger{
 *     return log.New(&lumberjack.Logger{           // one for each tenant, made once: fine
 *         Filename: tenant}, "", 0) // found   }
 * }
 * }</pre>
 */
final class LoggerGoroutine implements Shape {
  @Override
  public String name() {
    return "logger-goroutine";
  }

  @Override
  public String title() {
    return "loggers are made again and again, each with a goroutine that does not end";
  }

  @Override
  public boolean isSeenIn(GoroutineSighting goroutines) {
    Stack stack = goroutines.stack();
    return stack.hasIn("gopkg.in/natefinch/lumberjack", ".(*Logger).millRun")
        || stack.hasIn("github.com/natefinch/lumberjack", ".(*Logger).millRun")
        || stack.hasIn("go.uber.org/zap/zapcore", ".(*BufferedWriteSyncer).flushLoop")
        || stack.hasIn("github.com/sirupsen/logrus", ".writerScanner");
  }

  @Override
  public String fix(Sighting seen) {
    return seen.stack().hasIn("github.com/sirupsen/logrus", ".writerScanner")
        ? Fix.in(seen, "close the writer that logrus Writer() returned{in}, or make it once")
        : Fix.in(seen, "make each logger once and share it{in}: its goroutine outlives Close");
  }
}
