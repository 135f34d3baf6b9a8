package dev.tidemark.scan.rule.timer;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.constant.Conversions;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.syntax.Walk;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RequestRule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.request.RequestData;
import dev.tidemark.scan.request.RequestPaths;
import java.time.Duration;
import java.util.List;

/**
 * A function that a request leaves to be called later, and that nobody can take back: until then it
 * stays with all that it holds. With a context that outlives the request that is for ever, with a
 * timer as long as it runs.
 */
public final class AfterFuncNotStopped implements RequestRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "after-func-not-stopped",
          LeakClass.LEAK,
          "a request leaves a function to be called later that nobody stops",
          772,
          "keep what AfterFunc gives, and stop it when the request is done with it");

  /** What is kept for longer piles up as if it were for ever. */
  private static final Duration LONG = Duration.ofHours(1);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    RequestPaths paths = RequestPaths.of(unit);
    unit.forEachCall((body, call) -> {
      if (paths.handler(body).isPresent() && isDropped(call, body)) {
        check(call, body, unit, out);
      }
    });
  }

  private static void check(Op.Call call, Body body, Unit unit, Findings out) {
    List<Step> steps = List.of(new Step(unit.span(body, call.node()), "its result is dropped"));
    if (call.name().equals("context.AfterFunc")
        && !RequestData.of(unit).isOfRequest(body, call.argument(0))
        && !isOfRequest(call.argument(0))) {
      out.add(INFO, body, call.node(), "the function stays until the context ends", steps);
    } else if (call.name().equals("time.AfterFunc")
        && !isShort(call.argument(0), unit.limits().timer())) {
      out.add(
          INFO,
          isShort(call.argument(0), LONG) ? LeakClass.BOUNDED : LeakClass.LEAK,
          body,
          call.node(),
          "the function, and what it holds, stay until the timer fires",
          steps);
    }
  }

  private static boolean isOfRequest(Value context) {
    return context instanceof Value.Result(Op.Call call, _)
        && call.name().endsWith("Request.Context");
  }

  private static boolean isShort(Value duration, Duration limit) {
    return !(duration instanceof Value.Known(Constant.Int value))
        || Conversions.asLong(value).orElse(Long.MAX_VALUE) <= limit.toNanos();
  }

  private static boolean isDropped(Op.Call call, Body body) {
    if (!call.name().equals("context.AfterFunc") && !call.name().equals("time.AfterFunc")) {
      return false;
    }
    boolean[] found = new boolean[1];
    Node function = body.node();
    Walk.preorder(
        function,
        node -> {
          found[0] |= node instanceof Stmt.ExprStmt statement && statement.x() == call.node();
          return !found[0];
        });
    return found[0];
  }
}
