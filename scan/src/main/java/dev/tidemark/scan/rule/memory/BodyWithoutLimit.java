package dev.tidemark.scan.rule.memory;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.constant.Conversions;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RequestRule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.request.RequestData;
import dev.tidemark.scan.request.RequestPaths;
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
 * <p>What a middleware of the package limits is fine for all of it; else a limit counts where it is
 * set, and for who calls that.
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
    LimitedBodies limited = unit.once(LimitedBodies.class, () -> LimitedBodies.of(unit));
    unit.forEachCall((body, call) -> {
      if (paths.handler(body).isEmpty()) {
        return;
      }
      if (isExpanding(call, body, unit)) {
        found(call, body, "what is decompressed is read however long it is", unit, out);
      } else if (!limited.has(body)) {
        if (READING.contains(call.name()) && RequestBody.isGiven(call, body, 0)) {
          found(call, body, "the body is read however long it is", unit, out);
        } else if (call.name().equals("net/http.Request.ParseMultipartForm") && isLarge(call)) {
          found(call, body, "so much of each form is kept in memory", unit, out);
        }
      }
    });
  }

  /** Whether what a decompressor gives is put into memory: a few bytes may become any number. */
  private static boolean isExpanding(Op.Call call, Body body, Unit unit) {
    int from =
        switch (call.name()) {
          case "io.ReadAll", "io/ioutil.ReadAll" -> 0;
          case "io.Copy" -> isMemory(call, body) ? 1 : -1;
          default -> -1;
        };
    return from >= 0
        && body.sources(call.argument(from)).stream()
            .anyMatch(source ->
                source instanceof Value.Result(Op.Call opened, int index)
                    && index == 0
                    && isDecompressor(opened, body, unit));
  }

  private static boolean isMemory(Op.Call copy, Body body) {
    return QualifiedName.of(body.info().type(copy.node().arguments().getFirst()))
        .equals("bytes.Buffer");
  }

  private static boolean isDecompressor(Op.Call opened, Body body, Unit unit) {
    return switch (opened.name()) {
      case "archive/zip.File.Open" -> true;
      case "compress/gzip.NewReader",
          "compress/zlib.NewReader",
          "compress/flate.NewReader",
          "github.com/klauspost/compress/gzip.NewReader",
          "github.com/klauspost/compress/zstd.NewReader" ->
          RequestData.of(unit).isOfRequest(body, opened.argument(0));
      default -> false;
    };
  }

  private static void found(Op.Call call, Body body, String message, Unit unit, Findings out) {
    out.add(
        INFO,
        body,
        call.node(),
        message,
        List.of(new Step(unit.span(body, call.node()), "no limit on the way here")));
  }

  private static boolean isLarge(Op.Call call) {
    return call.argument(0) instanceof Value.Known(Constant.Int size)
        && Conversions.asLong(size).orElse(Long.MAX_VALUE) >= FORM;
  }
}
