package dev.tidemark.scan.rule.context;

import dev.tidemark.golang.effect.PackageSummaries;
import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.flow.Exit;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.StandardLibrary;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A new root context where one is at hand: what is called with it goes on when the request has
 * ended. Functions of the package that are called without a context and make a root are followed.
 *
 * <pre>
 *   func handle(ctx context.Context) {           func handle(ctx context.Context) {
 *     save(context.Background())  // found         save(ctx)                            // fine
 *   }                                              save(context.WithoutCancel(ctx))     // fine
 *                                                }
 * </pre>
 */
public final class ContextNotPassed implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "context-not-passed",
          LeakClass.HYGIENE,
          "a root context is used where the caller's is at hand",
          0,
          "hand on the context, or context.WithoutCancel(ctx) where the work has to outlive it");

  private static final Set<String> CLEANING =
      Set.of("Close", "Rollback", "Shutdown", "Disconnect", "Release", "Stop", "Unlock", "Flush");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    Map<Body, Optional<Op.Call>> roots = new IdentityHashMap<>();
    unit.forEachCall((body, call) -> {
      if (Contexts.isAtHand(body)) {
        check(call, body, roots, unit, out);
      }
    });
  }

  private static void check(
      Op.Call call, Body body, Map<Body, Optional<Op.Call>> roots, Unit unit, Findings out) {
    if (StandardLibrary.makesRootContext(call)) {
      if (!isDefault(call, body)
          && !isCompared(call, body)
          && !isBehindEnd(body)
          && !isForCleanUp(call, body)) {
        out.add(
            INFO,
            body,
            call.node(),
            "the context at hand is not handed on: this one does not end with the caller's",
            List.of(new Step(unit.span(body, call.node()), "a root context is made")));
      }
      return;
    }
    Optional<Body> callee = unit.summaries().body(call.callee());
    if (callee.isPresent() && !callee.get().isLiteral() && !takesContext(callee.get())) {
      Optional<Op.Call> root = root(callee.get(), roots, unit.summaries(), 0);
      root.ifPresent(made ->
          out.add(
              INFO,
              body,
              call.node(),
              callee.get().symbol().name() + " should be handed the context: it makes a root one",
              List.of(
                  new Step(unit.span(body, call.node()), "called without the context at hand"))));
    }
  }

  /** Whether a function is handed a context, be it one that it does not look at. */
  private static boolean takesContext(Body function) {
    return Contexts.isAtHand(function)
        || function.signature().params().stream().anyMatch(one -> Contexts.isContext(one.type()));
  }

  /** Where a function without a context makes one, itself or in what it calls. */
  private static Optional<Op.Call> root(
      Body body, Map<Body, Optional<Op.Call>> roots, PackageSummaries summaries, int depth) {
    Optional<Op.Call> known = roots.get(body);
    if (known != null || depth > 8) {
      return known == null ? Optional.empty() : known;
    }
    roots.put(body, Optional.empty());
    Op.Call[] found = new Op.Call[1];
    body.forEachOp(op -> {
      if (op instanceof Op.Call call && call.mode() == Op.Mode.NOW && found[0] == null) {
        if (hasRootArgument(call)) {
          found[0] = call;
        } else {
          summaries
              .body(call.callee())
              .filter(one -> !one.isLiteral() && !Contexts.isAtHand(one))
              .flatMap(one -> root(one, roots, summaries, depth + 1))
              .ifPresent(made -> found[0] = made);
        }
      }
    });
    Optional<Op.Call> result = Optional.ofNullable(found[0]);
    roots.put(body, result);
    return result;
  }

  private static boolean hasRootArgument(Op.Call call) {
    return !call.name().startsWith("context.With")
        && call.arguments().stream().anyMatch(ContextNotPassed::isOfRoot);
  }

  /** Whether a context is a root one, or is made of one. */
  private static boolean isOfRoot(Value value) {
    return StandardLibrary.isRootContext(value)
        || value instanceof Value.Result(Op.Call call, int index)
            && index == 0
            && call.name().startsWith("context.With")
            && isOfRoot(call.argument(0));
  }

  /** Whether a context is only compared with it. */
  private static boolean isCompared(Op.Call call, Body body) {
    Value made = new Value.Result(call, 0);
    return body.graph().blocks().stream()
        .anyMatch(block ->
            body.condition(block) instanceof Value.Computed(_, Value x, Value y)
                && (x.equals(made) || y.equals(made)));
  }

  /** Whether a function goes on only when the context at hand has ended, to clean up. */
  private static boolean isBehindEnd(Body body) {
    return body.graph().blocks().stream()
        .flatMap(block -> body.ops(block).stream())
        .anyMatch(op ->
            op instanceof Op.Receive(_, Value.Result(Op.Call done, _), boolean isChoice)
                && !isChoice
                && done.name().equals("context.Context.Done"));
  }

  /** Whether it is for what has to be done though the context at hand may have ended. */
  private static boolean isForCleanUp(Op.Call call, Body body) {
    Value made = new Value.Result(call, 0);
    boolean[] found = new boolean[1];
    body.forEachOp(op ->
        found[0] |=
            op instanceof Op.Call other
                && other.arguments().contains(made)
                && (other.mode() == Op.Mode.DEFER || CLEANING.contains(other.lastName())));
    if (body.isLiteral()) {
      body.outer()
          .forEachOp(op ->
              found[0] |=
                  op instanceof Op.Call other
                      && other.mode() == Op.Mode.DEFER
                      && other.callee().equals(new Callee.Literal(body)));
    }
    return found[0];
  }

  /** Whether it is made only where the context at hand is nil. */
  private static boolean isDefault(Op.Call call, Body body) {
    for (Block before : body.blockOf(call).map(Block::predecessors).orElse(List.of())) {
      if (before.exit() instanceof Exit.If
          && body.condition(before) instanceof Value.Computed(Token operator, _, Value y)
          && operator == Token.EQL
          && y.equals(Value.NIL)) {
        return true;
      }
    }
    return false;
  }
}
