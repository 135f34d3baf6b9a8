package dev.tidemark.scan.rule.endless;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.scan.CallSites;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.FirstTime;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RequestRule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.request.RequestPaths;
import java.util.ArrayList;
import java.util.List;

/**
 * A goroutine that is started again and again and has no way to its end: no return, no break, no
 * context that it minds, or one behind a channel alone that nobody closes. Started by requests, or
 * by what makes an object for the users of a library.
 *
 * <pre>
 *   go func() {                                  go func() {
 *     for range ticker.C { poll(order) }           for {
 *   }()                     // found                 select {
 *                                                    case <-ticker.C: poll(order)
 *                                                    case <-ctx.Done(): return     // fine
 *                                                    }
 *                                                  }
 *                                                }()
 * </pre>
 */
public final class EndlessGoroutine implements RequestRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "goroutine-without-end",
          LeakClass.LEAK,
          "a goroutine without a way out is started again and again",
          835,
          "let it watch a context or a channel that is closed: `case <-ctx.Done(): return`");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    RequestPaths paths = RequestPaths.of(unit);
    unit.forEachCall((body, call) -> {
      if (call.mode() == Op.Mode.GO
          && paths.handler(body).isPresent()
          && !FirstTime.isOnly(body, call)
          && !isMadeOnce(body, unit)) {
        unit.summaries()
            .body(call.callee())
            .ifPresent(started -> {
              WayOut way = new WayOut(unit, call, body);
              if (!way.isIn(started)) {
                found(call, body, started, way.quietWaits(), unit, out);
              }
            });
      }
    });
  }

  @Override
  public boolean holdsForUsers() {
    return true;
  }

  /** Whether all who call a function do so the first time only. */
  private static boolean isMadeOnce(Body body, Unit unit) {
    List<CallSites.Site> sites = CallSites.of(unit).of(body.symbol());
    return !body.isLiteral()
        && !sites.isEmpty()
        && sites.stream().allMatch(site -> FirstTime.isOnly(site.body(), site.call()));
  }

  private static void found(
      Op.Call call, Body body, Body started, List<Node> quiet, Unit unit, Findings out) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(unit.span(body, call.node()), "starts the goroutine"));
    for (Node wait : quiet) {
      steps.add(
          new Step(
              unit.span(started, wait),
              "waits here for a channel that nothing in the package ends"));
    }
    steps.add(new Step(unit.span(started, started.node()), "nothing leads out of this function"));
    out.add(
        INFO,
        body,
        call.node(),
        "the goroutine has no way to its end: each time it is started one more stays",
        steps);
  }
}
