package dev.tidemark.scan.rule.memory;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.constant.Conversions;
import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RequestRule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.request.RequestData;
import dev.tidemark.scan.request.RequestPaths;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Memory whose size a request gives and nobody compares with anything, or a constant above 10 MB
 * that each request allocates.
 *
 * <pre>
 *   n, _ := strconv.Atoi(r.FormValue("n"))       if n > 1000 { n = 1000 }
 *   rows := make([]row, n)       // found        rows := make([]row, n)      // fine
 * </pre>
 */
public final class SizeFromRequest implements RequestRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "size-from-request",
          LeakClass.BOUNDED,
          "a request decides how much memory is allocated",
          789,
          "compare it with a limit first, or let append grow what is really there");

  private static final long LIMIT = 10L << 20;

  private static final Set<String> GROWING = Set.of("bytes.Buffer.Grow", "strings.Builder.Grow");

  private static final Set<String> REPEATING =
      Set.of("strings.Repeat", "bytes.Repeat", "slices.Repeat");

  /** What reads numbers that can't be large. */
  private static final Set<String> SMALL =
      Set.of("Uint8", "Uint16", "ReadByte", "Count", "Overhead");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    RequestPaths paths = RequestPaths.of(unit);
    unit.forEachBody(body -> {
      if (paths.handler(body).isPresent()) {
        sizes(body).forEach((node, size) -> check(node, size, body, unit, out));
      }
    });
  }

  private static void check(Node node, Value size, Body body, Unit unit, Findings out) {
    String message =
        size instanceof Value.Known(Constant.Int fixed)
            ? Conversions.asLong(fixed).orElse(Long.MAX_VALUE) > LIMIT
                ? "each request allocates more than 10 MB here"
                : ""
            : RequestData.of(unit).isOfRequest(body, size)
                    && !isSmall(size)
                    && !isMinded(size, body)
                ? "the request decides how much is allocated, and nothing limits it"
                : "";
    if (!message.isEmpty()) {
      out.add(
          INFO, body, node, message, List.of(new Step(unit.span(body, node), "allocated here")));
    }
  }

  /** What is allocated in a body, with how much. */
  private static Map<Node, Value> sizes(Body body) {
    Map<Node, Value> sizes = new HashMap<>();
    body.forEachOp(op -> {
      switch (op) {
        case Op.Call call -> {
          call.arguments().forEach(given -> made(given, body, sizes));
          if (GROWING.contains(call.name())) {
            sizes.put(call.node(), call.argument(0));
          } else if (REPEATING.contains(call.name())) {
            sizes.put(call.node(), call.argument(1));
          } else if (call.name().equals("image.Rect") && call.arguments().size() == 4) {
            sizes.put(call.node(), call.argument(2));
          }
        }
        case Op.Store store -> {
          made(store.value(), body, sizes);
          if (store.place() instanceof Value.Element(Value base, _)) {
            made(base, body, sizes);
          }
        }
        case Op.Return returned -> returned.values().forEach(given -> made(given, body, sizes));
        case Op.Send send -> made(send.value(), body, sizes);
        case Op.Receive _, Op.Select _, Op.Share _, Op.Load _ -> {}
      }
    });
    return sizes;
  }

  private static void made(Value value, Body body, Map<Node, Value> sizes) {
    if (value instanceof Value.Made made
        && made.kind() == Value.Kind.SLICE
        && !made.size().equals(Value.NIL)
        && body.node().from() <= made.site().node().from()
        && made.site().node().to() <= body.node().to()) {
      sizes.put(made.site().node(), made.size());
    }
  }

  /** Lengths of what is there already, and numbers of few bits. */
  private static boolean isSmall(Value size) {
    return switch (size) {
      case Value.Computed(Token operator, Value x, Value y) ->
          operator == Token.FUNC || operator == Token.REM || isSmall(x) || isSmall(y);
      case Value.Result(Op.Call call, _) -> SMALL.contains(call.lastName());
      default -> false;
    };
  }

  /** Whether a size is compared with anything, or handed to a function that may. */
  private static boolean isMinded(Value size, Body body) {
    Set<Value> parts = new HashSet<>();
    parts(size, body, parts);
    boolean[] found = new boolean[1];
    body.outer()
        .forEachBody(one -> {
          for (Block block : one.graph().blocks()) {
            found[0] |= mentions(one.condition(block), parts, one);
          }
          one.forEachOp(op ->
              found[0] |=
                  op instanceof Op.Call call
                      && !GROWING.contains(call.name())
                      && !REPEATING.contains(call.name())
                      && !call.name().equals("image.Rect")
                      && (call.arguments().stream().anyMatch(given -> mentions(given, parts, one))
                          || isAskedWhole(call, parts, one)));
        });
    return found[0];
  }

  /** Whether what the size is a field of is looked at as a whole: {@code q.validate()}. */
  private static boolean isAskedWhole(Op.Call call, Set<Value> parts, Body body) {
    String name = call.lastName().toLowerCase(Locale.ROOT);
    if (!name.contains("valid") && !name.contains("check") && !name.equals("struct")) {
      return false;
    }
    Set<Value> asked = new HashSet<>(body.sources(call.receiver()));
    call.arguments().forEach(given -> asked.addAll(body.sources(given)));
    return parts.stream()
        .anyMatch(part ->
            part instanceof Value.Field field
                && body.sources(field.base()).stream().anyMatch(asked::contains));
  }

  private static void parts(Value value, Body body, Set<Value> parts) {
    if (value instanceof Value.Known || value.equals(Value.NIL) || !parts.add(value)) {
      return;
    }
    if (value instanceof Value.Computed(_, Value x, Value y)) {
      parts(x, body, parts);
      parts(y, body, parts);
    } else {
      body.sources(value).forEach(source -> parts(source, body, parts));
    }
  }

  private static boolean mentions(Value value, Set<Value> parts, Body body) {
    return switch (value) {
      case Value.Computed(_, Value x, Value y) ->
          mentions(x, parts, body) || mentions(y, parts, body);
      case Value.Known _, Value.Nil _ -> false;
      default -> parts.contains(value) || body.sources(value).stream().anyMatch(parts::contains);
    };
  }
}
