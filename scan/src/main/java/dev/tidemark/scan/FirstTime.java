package dev.tidemark.scan;

import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.flow.Dominators;
import dev.tidemark.golang.flow.Exit;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Token;
import java.util.Set;

/**
 * Whether something is done the first time only: where a field or package variable is nil or false,
 * and the function sets it, or in what {@code sync.Once} runs.
 *
 * <pre>
 *   if s.ticker == nil {
 *     s.ticker = time.NewTicker(ttl)
 *     go s.expire()
 *   }
 * </pre>
 */
public final class FirstTime {
  /** What these are given is run once, whoever asks. */
  private static final Set<String> ONCE =
      Set.of("sync.Once.Do", "sync.OnceFunc", "sync.OnceValue", "sync.OnceValues");

  private FirstTime() {}

  /** Whether a function runs what it is given once, whoever asks. */
  public static boolean runsOnce(Op.Call call) {
    return ONCE.contains(call.name());
  }

  public static boolean isOnly(Body body, Op op) {
    Block at = body.blockOf(op).orElse(null);
    if (at == null) {
      return false;
    }
    if (isRunOnce(body)) {
      return true;
    }
    Dominators dominators = Dominators.of(body.graph());
    for (Block block : body.graph().blocks()) {
      if (block.exit() instanceof Exit.If && block.successors().size() == 2) {
        boolean isThen = leads(dominators, block.successors().getFirst(), at);
        boolean isElse = leads(dominators, block.successors().getLast(), at);
        if (isThen != isElse && isUnset(body.condition(block), isThen, body)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a body is a literal that is given to what runs it once. */
  private static boolean isRunOnce(Body body) {
    boolean[] found = new boolean[1];
    if (body.isLiteral()) {
      body.outer()
          .forEachOp(op ->
              found[0] |=
                  op instanceof Op.Call call
                      && runsOnce(call)
                      && body.outer().sources(call.argument(0)).contains(new Value.Closure(body)));
    }
    return found[0];
  }

  /** Whether all ways to a block go over a successor, which only its predecessor leads to. */
  private static boolean leads(Dominators dominators, Block next, Block to) {
    return next.predecessors().size() == 1 && dominators.dominates(next, to);
  }

  private static boolean isUnset(Value condition, boolean isTrue, Body body) {
    return switch (condition) {
      case Value.Computed(Token operator, Value x, Value y) when operator == Token.NOT ->
          isUnset(x, !isTrue, body);
      case Value.Computed(Token operator, Value x, Value.Nil _) when operator == Token.EQL ->
          isTrue && isSet(x, body);
      case Value.Computed(Token operator, Value x, Value.Nil _) when operator == Token.NEQ ->
          !isTrue && isSet(x, body);
      case Value.Result(Op.Call call, _) when call.name().startsWith("sync/atomic.") ->
          isTrue == call.lastName().startsWith("CompareAndSwap")
              && (call.lastName().startsWith("CompareAndSwap")
                  || call.lastName().startsWith("Swap"));
      default -> !isTrue && isSet(condition, body);
    };
  }

  private static boolean isSet(Value place, Body body) {
    if (!(place instanceof Value.Field) && !(place instanceof Value.Global)) {
      return false;
    }
    boolean[] found = new boolean[1];
    body.forEachOp(op -> found[0] |= op instanceof Op.Store store && store.place().equals(place));
    return found[0];
  }
}
