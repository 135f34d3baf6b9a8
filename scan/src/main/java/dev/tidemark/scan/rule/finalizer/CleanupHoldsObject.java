package dev.tidemark.scan.rule.finalizer;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import java.util.List;

/**
 * A cleanup that holds the object it waits for: that is reachable by the cleanup, so it is never
 * collected, and the cleanup never runs (runtime.AddCleanup).
 *
 * <pre>
 *   runtime.AddCleanup(f, func(int) {            runtime.AddCleanup(f, func(fd int) {
 *     f.close()               // found             syscall.Close(fd)         // fine
 *   }, 0)                                        }, f.fd)
 * </pre>
 */
public final class CleanupHoldsObject implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "cleanup-holds-object",
          LeakClass.LEAK,
          "a cleanup holds the object whose end it waits for",
          401,
          "hand the cleanup only what it needs (a descriptor, a pointer to a part of its own)");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    unit.forEachCall((body, call) -> {
      if (call.name().equals("runtime.AddCleanup") && !call.argument(0).equals(Value.NIL)) {
        Value object = call.argument(0);
        boolean isHeld =
            call.argument(2).equals(object)
                || isPutInto(call.argument(2), object, body)
                || isMethodOf(call.argument(1), object)
                || isMethodOf(call.argument(2), object)
                || call.argument(1) instanceof Value.Closure(Body literal)
                    && mentions(literal, object);
        if (isHeld) {
          out.add(
              INFO,
              body,
              call.node(),
              "the cleanup holds the object: it is never collected, and the cleanup never runs",
              List.of(new Step(unit.span(body, call.node()), "the cleanup is added")));
        }
      } else if (call.name().equals("runtime.SetFinalizer")
          && call.argument(1) instanceof Value.Closure(Body literal)
          && mentions(literal, call.argument(0))) {
        out.add(
            INFO,
            body,
            call.node(),
            "the finalizer holds the object: it is never collected, and the finalizer never runs",
            List.of(new Step(unit.span(body, call.node()), "the finalizer is set")));
      }
    });
  }

  /** Whether a field of what is made there holds the object. */
  private static boolean isPutInto(Value made, Value object, Body body) {
    boolean[] found = new boolean[1];
    body.forEachOp(op ->
        found[0] |=
            op instanceof Op.Store store
                && store.place() instanceof Value.Field field
                && field.base().equals(made)
                && isOf(store.value(), object));
    return found[0];
  }

  private static boolean isMethodOf(Value value, Value object) {
    return value instanceof Value.BoundMethod(_, Value receiver) && isOf(receiver, object);
  }

  private static boolean mentions(Body literal, Value object) {
    boolean[] found = new boolean[1];
    literal.forEachBody(one ->
        one.forEachOp(op ->
            found[0] |=
                switch (op) {
                  case Op.Call call ->
                      isOf(call.receiver(), object)
                          || call.arguments().stream().anyMatch(given -> isOf(given, object));
                  case Op.Store store -> isOf(store.place(), object) || isOf(store.value(), object);
                  case Op.Send send -> isOf(send.channel(), object) || isOf(send.value(), object);
                  case Op.Receive receive -> isOf(receive.channel(), object);
                  case Op.Load load -> isOf(load.value(), object);
                  case Op.Return returned ->
                      returned.values().stream().anyMatch(value -> isOf(value, object));
                  case Op.Select _, Op.Share _ -> false;
                }));
    return found[0];
  }

  private static boolean isOf(Value value, Value object) {
    return value.equals(object)
        || value instanceof Value.Field field && isOf(field.base(), object)
        || value instanceof Value.Element element && isOf(element.base(), object);
  }
}
