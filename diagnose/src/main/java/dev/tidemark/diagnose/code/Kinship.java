package dev.tidemark.diagnose.code;

import dev.tidemark.diagnose.Case;
import dev.tidemark.diagnose.CaseGrowth;
import dev.tidemark.profile.Frame;
import dev.tidemark.scan.Finding;
import dev.tidemark.scan.Span;
import dev.tidemark.scan.Step;
import java.util.List;

/** How much a finding has to do with a suspect: 0 for nothing. */
final class Kinship {
  /** The stack goes through the very line. */
  private static final int LINE = 300;

  /** The stack goes through the function. */
  private static final int FUNCTION = 200;

  /** Memory or goroutines of libraries that such a leak leaves behind. */
  private static final int LEFT_BEHIND = 100;

  /** The same of which it is one of several possible reasons. */
  private static final int PERHAPS = 70;

  /** What else is known of the suspect names the package. */
  private static final int NAMED = 40;

  /** Scores that differ by no more say the same. */
  static final int NEAR = 20;

  private Kinship() {}

  static int of(Case each, Finding finding) {
    int best = 0;
    List<Frame> stack = each.stack();
    for (int depth = 0; depth < stack.size(); depth++) {
      Frame frame = stack.get(depth);
      int near = Math.max(0, 50 - depth);
      if (isAt(frame, finding.span())) {
        best = Math.max(best, LINE + near);
      } else if (isIn(frame, finding.function())) {
        best = Math.max(best, FUNCTION + near);
      } else if (finding.steps().stream().map(Step::span).anyMatch(span -> isWithin(frame, span))) {
        best = Math.max(best, FUNCTION + near / 2);
      }
    }
    return best > 0 ? best : leftBehind(each, finding);
  }

  /** A line of a file that is told by its last two names: profiles have the paths of a build. */
  private static boolean isAt(Frame frame, Span span) {
    return frame.line() >= span.line()
        && frame.line() <= Math.max(span.line(), Math.min(span.endLine(), span.line() + 3))
        && tail(frame.file()).equals(tail(span.file()));
  }

  private static boolean isWithin(Frame frame, Span span) {
    return frame.line() >= span.line()
        && frame.line() <= span.endLine()
        && tail(frame.file()).equals(tail(span.file()));
  }

  private static String tail(String path) {
    int last = path.lastIndexOf('/');
    int before = last <= 0 ? -1 : path.lastIndexOf('/', last - 1);
    return path.substring(before + 1);
  }

  /** {@code shop/cache.(*Cache).Get.func1} is in {@code shop/cache.Cache.Get}. */
  private static boolean isIn(Frame frame, String function) {
    if (function.isEmpty()) {
      return false;
    }
    return declared(frame.function()).equals(declared(function));
  }

  private static String declared(String function) {
    String plain = function.replace("(*", "").replace(")", "").replace("[...]", "");
    int from = plain.lastIndexOf('/') + 1;
    int literal = plain.indexOf(".func", from);
    String name = literal < 0 ? plain : plain.substring(0, literal);
    return name.endsWith("-fm") ? name.substring(0, name.length() - 3) : name;
  }

  private static int leftBehind(Case each, Finding finding) {
    String rule = finding.rule().id();
    boolean isGoroutine = each.growthPerMinute() instanceof CaseGrowth.OfGoroutines;
    boolean isOfRequest =
        !isGoroutine
            && !each.site().isOwn()
            && passes(each, "net/http.readRequest", "net/textproto.");
    int kin =
        switch (rule) {
          case "response-body-not-closed" ->
              ifPasses(each, "net/http.(*persistConn)", "net/http.(*Transport)");
          case "iterator-not-stopped" -> ifPasses(each, "iter.Pull", "runtime.corostart");
          case "pipe-reader-dropped" -> ifPasses(each, "io.(*pipe)", "io.(*PipeWriter)");
          case "rows-not-closed", "statement-not-closed", "transaction-not-finished" ->
              ifPasses(each, "database/sql.");
          case "lost-cancel" -> ifPasses(each, "context.");
          case "metric-label-unbounded" -> ifPasses(each, "client_golang/prometheus.");
          case "context-in-global" -> isOfRequest ? LEFT_BEHIND : 0;
          case "container-only-grows" -> isOfRequest ? PERHAPS : 0;
          default -> 0;
        };
    return kin == 0 ? 0 : kin + (isNamed(each, finding) ? NAMED : 0);
  }

  private static int ifPasses(Case each, String... parts) {
    return passes(each, parts) ? LEFT_BEHIND : 0;
  }

  /** Whether the shape or the hint of a suspect speaks of a function of the finding's package. */
  private static boolean isNamed(Case each, Finding finding) {
    String function = declared(finding.function());
    int from = function.lastIndexOf('/') + 1;
    int dot = function.indexOf('.', from);
    if (dot < 0) {
      return false;
    }
    String pkg = function.substring(from, dot + 1);
    return each.hint().contains(pkg)
        || each.shapes().stream().anyMatch(shape -> shape.fix().contains(pkg));
  }

  private static boolean passes(Case each, String... parts) {
    for (Frame frame : each.stack()) {
      for (String part : parts) {
        if (frame.function().startsWith(part) || frame.function().contains("/" + part)) {
          return true;
        }
      }
    }
    return false;
  }
}
