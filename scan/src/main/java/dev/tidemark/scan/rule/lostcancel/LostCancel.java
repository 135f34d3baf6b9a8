package dev.tidemark.scan.rule.lostcancel;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.scan.DeferredCancel;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.StandardLibrary;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.release.Acquisition;
import dev.tidemark.scan.release.End;
import dev.tidemark.scan.release.Paths;
import dev.tidemark.scan.release.ReleaseRule;
import dev.tidemark.scan.release.Resource;
import java.util.Optional;
import java.util.Set;

/**
 * A context of which the cancel function is neither called nor handed on: the parent keeps it, and
 * what it holds, until the parent itself ends.
 *
 * <pre>
 *   ctx, cancel := context.WithCancel(s.ctx)     ctx, cancel := context.WithCancel(s.ctx)
 *   if err := check(ctx); err != nil {           defer cancel()      // fine
 *     return err             // found
 *   }
 *   cancel()
 * </pre>
 */
public final class LostCancel extends ReleaseRule {
  private static final Set<String> MAKERS =
      Set.of(
          "context.WithCancel",
          "context.WithCancelCause",
          "context.WithTimeout",
          "context.WithTimeoutCause",
          "context.WithDeadline",
          "context.WithDeadlineCause",
          "os/signal.NotifyContext");

  private static final Resource CANCEL =
      new Resource("the context's cancel function", "called", Set.of(), Set.of("sync.Once.Do"));

  public LostCancel() {
    super(
        new RuleInfo(
            "lost-cancel",
            LeakClass.LEAK,
            "a context's cancel function is not called on every path",
            404,
            "`defer cancel()` right behind the call, or call it before each return"));
  }

  @Override
  protected Optional<Acquisition> acquired(Op.Call call, Body body, Unit unit) {
    return MAKERS.contains(call.name())
        ? Optional.of(Acquisition.of(call, CANCEL, 1, -1))
        : Optional.empty();
  }

  @Override
  protected LeakClass leakClass(Acquisition acquired, Paths.Lost lost, Body body, Unit unit) {
    if (isOfRequest(acquired.argument(0))) {
      // It ends with the request, which ends anyway.
      return LeakClass.HYGIENE;
    }
    if (acquired.argument(0) instanceof Value.Result(Op.Call maker, int index)
        && index == 0
        && DeferredCancel.isOf(maker, body)) {
      // It ends with the function.
      return LeakClass.HYGIENE;
    }
    if (StandardLibrary.isWithoutEnd(acquired.argument(0))
        && !isAwaited(acquired.call(), lost, body)) {
      // No parent holds it, and no goroutine waits for its end.
      return LeakClass.HYGIENE;
    }
    String name = acquired.maker().name();
    boolean hasDeadline = name.contains("Timeout") || name.contains("Deadline");
    boolean endsWithCall =
        !lost.isOverwritten()
            && !isAwaited(acquired.call(), lost, body)
            && new Parents(unit).endsWithCall(acquired.argument(0), body);
    return hasDeadline || endsWithCall ? LeakClass.BOUNDED : LeakClass.LEAK;
  }

  /** Whose parent has ended has ended, too. */
  @Override
  protected End end(Acquisition acquired) {
    Value parent = acquired.argument(0);
    return new End() {
      @Override
      public boolean isAt(Op op) {
        return op instanceof Op.Receive receive && isOf(receive.channel(), "Done", parent);
      }

      @Override
      public boolean isWhere(Value condition, boolean isTrue) {
        return !isTrue
            && condition instanceof Value.Computed(_, Value asked, Value.Nil _)
            && isOf(asked, "Err", parent);
      }
    };
  }

  private static boolean isOf(Value value, String method, Value context) {
    return value instanceof Value.Result(Op.Call call, _)
        && call.lastName().equals(method)
        && call.receiver().equals(context);
  }

  /** Whether a goroutine that is started on the way gets the context. */
  private static boolean isAwaited(Op.Call maker, Paths.Lost lost, Body body) {
    Value context = new Value.Result(maker, 0);
    return lost.passed().stream()
        .flatMap(block -> body.ops(block).stream())
        .anyMatch(op ->
            op instanceof Op.Call call
                && call.mode() == Op.Mode.GO
                && (call.arguments().stream()
                        .anyMatch(given -> body.sources(given).contains(context))
                    || call.callee() instanceof Callee.Literal(Body literal)
                        && mentions(literal, context)));
  }

  private static boolean mentions(Body literal, Value context) {
    boolean[] found = new boolean[1];
    literal.forEachBody(one ->
        one.forEachOp(op -> {
          if (op instanceof Op.Call call) {
            found[0] |=
                one.sources(call.receiver()).contains(context)
                    || call.arguments().stream()
                        .anyMatch(given -> one.sources(given).contains(context));
          }
        }));
    return found[0];
  }

  private static boolean isOfRequest(Value parent) {
    return parent instanceof Value.Result(Op.Call call, _)
        && switch (call.name()) {
          case "net/http.Request.Context",
              "github.com/gofiber/fiber/v2.Ctx.Context",
              "github.com/gofiber/fiber/v2.Ctx.UserContext" ->
              true;
          default -> false;
        };
  }
}
