package dev.tidemark.scan.rule.loop;

import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.flow.Exit;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Loops;
import dev.tidemark.scan.RequestRule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.request.RequestPaths;
import java.util.List;
import java.util.Set;

/**
 * A timer of each turn of a loop, or a ticker of a function that ends, which nobody can stop. Since
 * Go 1.23, as the main module's go line says, both are collected, and nothing is reported.
 *
 * <pre>
 *   for {                                        t := time.NewTimer(d)
 *     select {                                   defer t.Stop()
 *     case m := &lt;-messages: …                    for { t.Reset(d); select { … case &lt;-t.C: … } }
 *     case &lt;-time.After(d): …  // found
 *     }
 *   }
 * </pre>
 */
public final class TimerInLoop implements RequestRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "timer-in-loop",
          LeakClass.BOUNDED,
          "timers or tickers that nobody can stop pile up, in a module before go 1.23",
          772,
          "use one time.NewTimer that is reset and stopped, or `go 1.23` in go.mod");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    if (unit.version().collectsTimers()) {
      return;
    }
    RequestPaths paths = RequestPaths.of(unit);
    Senders senders = Senders.of(unit);
    unit.forEachCall((body, call) -> {
      if (call.name().equals("time.After") && isLeftRunning(call, body, senders)) {
        out.add(
            INFO,
            body,
            call.node(),
            "each turn of the loop starts a timer that stays until it fires",
            List.of(new Step(unit.span(body, call.node()), "a timer is started")));
      } else if (call.name().equals("time.Tick") && ends(body)) {
        if (paths.handler(body).isPresent() || Loops.repeats(body, call)) {
          out.add(
              INFO,
              LeakClass.LEAK,
              body,
              call.node(),
              "the ticker is never stopped, and each call starts one",
              List.of(new Step(unit.span(body, call.node()), "a ticker is started")));
        }
      }
    });
  }

  /** Whether another clause of the select leads to the next turn, many times. */
  private static boolean isLeftRunning(Op.Call call, Body body, Senders senders) {
    Value timer = new Value.Result(call, 0);
    for (Block block : body.graph().blocks()) {
      for (Op op : body.ops(block)) {
        if (op instanceof Op.Select select
            && select.choices().stream().anyMatch(choice -> choice.channel().equals(timer))) {
          Set<Block> around = Loops.around(block);
          if (Loops.areShort(body, around)) {
            return false;
          }
          for (int i = 0; i < block.successors().size(); i++) {
            Op.Choice choice = select.choices().get(i);
            if (around.contains(block.successors().get(i))
                && !choice.channel().equals(timer)
                && senders.canComeAgain(choice)) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  private static boolean ends(Body body) {
    return body.graph().blocks().stream().anyMatch(block -> block.exit() instanceof Exit.Return);
  }
}
