package dev.tidemark.scan.rule.leftlocked;

import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Struct;
import dev.tidemark.golang.types.Type;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Loops;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.TestSupport;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.release.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A slot of a semaphore, which a channel or {@code semaphore.Weighted} may be, that a function
 * gives back on one path and forgets on another: when all are lost, who comes next waits for ever.
 *
 * <pre>
 *   slots <- struct{}{}                          slots <- struct{}{}
 *   if err := fetch(); err != nil {              defer func() { <-slots }()   // fine
 *     return err               // found
 *   }
 *   <-slots
 * </pre>
 */
public final class SlotNotReturned implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "slot-not-returned",
          LeakClass.LEAK,
          "a semaphore's slot is given back on one path and forgotten on another",
          772,
          "give it back in a defer right behind where it is taken");

  private static final String WEIGHTED = "golang.org/x/sync/semaphore.Weighted.";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    TestSupport support = TestSupport.of(unit);
    unit.forEachBody(body -> {
      if (!support.has(body) && !Lock.isMeantToLock(body)) {
        body.forEachOp(op -> {
          Value semaphore = taken(op);
          if (isShared(semaphore) && isReturnedBehind(body, op, semaphore)) {
            Paths.search(unit, body, op, error(op), other -> mayReturn(other, semaphore))
                .filter(lost -> !lost.isOverwritten())
                .ifPresent(lost -> found(op, body, lost, unit, out));
          }
        });
      }
    });
  }

  /** The semaphore of which an operation takes a slot; nil where it takes none. */
  private static Value taken(Op op) {
    return switch (op) {
      case Op.Send send when !send.isChoice() && isToken(send.value()) -> send.channel();
      case Op.Call call
          when call.mode() == Op.Mode.NOW && call.name().equals(WEIGHTED + "Acquire") ->
          call.receiver();
      default -> Value.NIL;
    };
  }

  /** What is nil where a slot was taken. */
  private static Value error(Op op) {
    return op instanceof Op.Call call ? new Value.Result(call, 0) : Value.NIL;
  }

  private static boolean isToken(Value value) {
    return switch (value) {
      case Value.Made made ->
          made.type().underlying() instanceof Struct struct && struct.fields().isEmpty();
      case Value.Zero(Type type) ->
          type.underlying() instanceof Struct struct && struct.fields().isEmpty();
      default -> false;
    };
  }

  /**
   * Whether the body itself gives a slot back behind an operation that takes one: where it does so
   * before, what is taken here is rather what others wait for.
   */
  private static boolean isReturnedBehind(Body body, Op taking, Value semaphore) {
    Block from = body.blockOf(taking).orElse(body.graph().entry());
    boolean isBehind = false;
    for (Block block : body.graph().blocks()) {
      for (Op op : body.ops(block)) {
        if (returns(op, semaphore)) {
          boolean isAfter =
              block == from
                  ? body.ops(block).indexOf(op) > body.ops(block).indexOf(taking)
                  : Loops.leads(from, block);
          if (!isAfter) {
            return false;
          }
          isBehind = true;
        }
      }
    }
    return isBehind;
  }

  /** Whether others wait for its slots, too. */
  private static boolean isShared(Value semaphore) {
    return semaphore instanceof Value.Field || semaphore instanceof Value.Global;
  }

  /** Whether the body itself gives a slot back at once somewhere. */
  private static boolean isReturnedHere(Body body, Value semaphore) {
    boolean[] found = new boolean[1];
    body.forEachOp(op -> found[0] |= returns(op, semaphore));
    return found[0];
  }

  private static boolean returns(Op op, Value semaphore) {
    return switch (op) {
      case Op.Receive receive -> !receive.isRange() && receive.channel().equals(semaphore);
      case Op.Call call ->
          call.name().equals(WEIGHTED + "Release") && call.receiver().equals(semaphore);
      default -> false;
    };
  }

  /** Whether an operation gives it back, or whoever it calls or starts may. */
  private static boolean mayReturn(Op op, Value semaphore) {
    if (returns(op, semaphore)) {
      return true;
    }
    return switch (op) {
      case Op.Select select ->
          select.choices().stream().anyMatch(choice -> choice.channel().equals(semaphore));
      case Op.Call call ->
          call.callee() instanceof Callee.Literal(Body literal) && inLiteral(literal, semaphore)
              || call.arguments().stream()
                  .anyMatch(given ->
                      given.equals(semaphore)
                          || given instanceof Value.Closure(Body literal)
                              && inLiteral(literal, semaphore))
              || call.mode() == Op.Mode.GO
              || call.lastName().toLowerCase(Locale.ROOT).contains("release");
      case Op.Return returned ->
          returned.values().stream()
              .anyMatch(value ->
                  value instanceof Value.Closure(Body literal) && inLiteral(literal, semaphore));
      default -> false;
    };
  }

  private static boolean inLiteral(Body literal, Value semaphore) {
    boolean[] found = new boolean[1];
    literal.forEachBody(body -> found[0] |= isReturnedHere(body, semaphore));
    return found[0];
  }

  private static void found(Op op, Body body, Paths.Lost lost, Unit unit, Findings out) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(unit.span(body, op.node()), "a slot is taken"));
    steps.addAll(lost.answers(unit, body));
    steps.add(new Step(unit.span(body, lost.end()), "the function ends, and the slot is taken"));
    out.add(
        INFO,
        body,
        op.node(),
        "the slot is not given back on the path that leaves the function at line "
            + unit.span(body, lost.end()).line(),
        steps);
  }
}
