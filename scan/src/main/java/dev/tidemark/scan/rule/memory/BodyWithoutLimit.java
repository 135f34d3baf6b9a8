package dev.tidemark.scan.rule.memory;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.constant.Conversions;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RequestRule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.request.RequestPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A request's body that is read whole, however long it is: one sender can make the service use as
 * much memory as it likes.
 *
 * <pre>
 *   data, err := io.ReadAll(r.Body)   // found   body := http.MaxBytesReader(w, r.Body, 1 << 20)
 *                                                data, err := io.ReadAll(body)          // fine
 * </pre>
 *
 * <p>In packages that limit bodies anywhere, nothing is said.
 */
public final class BodyWithoutLimit implements RequestRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "body-without-limit",
          LeakClass.BOUNDED,
          "a request's body is read into memory without a limit",
          770,
          "`r.Body = http.MaxBytesReader(w, r.Body, limit)` before it is read");

  private static final Set<String> READING =
      Set.of(
          "io.ReadAll",
          "io/ioutil.ReadAll",
          "encoding/json.NewDecoder",
          "encoding/xml.NewDecoder",
          "compress/gzip.NewReader");

  /** Bytes of a form that are kept in memory: net/http's own choice is half of it. */
  private static final long FORM = 64L << 20;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    RequestPaths paths = RequestPaths.of(unit);
    List<Runnable> read = new ArrayList<>();
    boolean[] isLimited = new boolean[1];
    unit.forEachCall((body, call) -> {
      isLimited[0] |= call.name().startsWith("net/http.MaxBytes") || isLimit(call, body);
      if (paths.handler(body).isEmpty()) {
        return;
      }
      if (READING.contains(call.name()) && RequestBody.isGiven(call, body, 0)) {
        read.add(() -> found(call, body, "the body is read however long it is", unit, out));
      } else if (call.name().equals("net/http.Request.ParseMultipartForm") && isLarge(call)) {
        read.add(() -> found(call, body, "so much of each form is kept in memory", unit, out));
      }
    });
    if (!isLimited[0]) {
      read.forEach(Runnable::run);
    }
  }

  private static void found(Op.Call call, Body body, String message, Unit unit, Findings out) {
    out.add(
        INFO,
        body,
        call.node(),
        message,
        List.of(new Step(unit.span(body, call.node()), "no limit on the way here")));
  }

  /** Whether a body is read up to a limit; a package that does so knows of them. */
  private static boolean isLimit(Op.Call call, Body body) {
    return switch (call.name()) {
      case "io.LimitReader", "io.ReadFull", "io.ReadAtLeast" -> RequestBody.isGiven(call, body, 0);
      case "io.CopyN" -> RequestBody.isGiven(call, body, 1);
      default -> false;
    };
  }

  private static boolean isLarge(Op.Call call) {
    return call.argument(0) instanceof Value.Known(Constant.Int size)
        && Conversions.asLong(size).orElse(Long.MAX_VALUE) >= FORM;
  }
}
