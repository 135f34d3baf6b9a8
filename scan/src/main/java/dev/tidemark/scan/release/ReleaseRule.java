package dev.tidemark.scan.release;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.RunsOnce;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A rule about something that must be given back on every path. */
public abstract class ReleaseRule implements Rule {
  private final RuleInfo info;

  protected ReleaseRule(RuleInfo info) {
    this.info = info;
  }

  @Override
  public final RuleInfo info() {
    return info;
  }

  /** Whether a call acquires what the rule is about. */
  protected abstract Optional<Acquisition> acquired(Op.Call call, Body body, Unit unit);

  /** What else ends it. */
  protected End end(Acquisition acquired) {
    return End.NONE;
  }

  /** What it costs to lose it here. */
  protected LeakClass leakClass(Acquisition acquired, Paths.Lost lost, Body body, Unit unit) {
    return info.leakClass();
  }

  /** Whether a way on which it is lost is one to report. */
  protected boolean isReported(Acquisition acquired, Paths.Lost lost, Body body, Unit unit) {
    return true;
  }

  @Override
  public final void check(Unit unit, Findings out) {
    Givers givers = new Givers(unit, (call, body) -> acquired(call, body, unit));
    unit.forEachCall((body, call) -> {
      if (call.mode() == Op.Mode.NOW) {
        givers
            .acquired(call, body)
            .map(acquired -> acquired.endedBy(end(acquired)))
            .ifPresent(acquired -> check(acquired, body, unit, out));
      }
    });
  }

  /** What runs once can't grow. */
  private static boolean runsOnce(Body body, Unit unit) {
    if (RunsOnce.of(unit).test(body)) {
      return true;
    }
    if (body.isLiteral() || !body.signature().receiver().isEmpty()) {
      return false;
    }
    String name = body.symbol().name();
    return name.equals("init") || name.equals("main") && body.symbol().pkg().name().equals("main");
  }

  private void check(Acquisition acquired, Body body, Unit unit, Findings out) {
    Paths.search(body, acquired, unit)
        .filter(lost -> isReported(acquired, lost, body, unit))
        .ifPresent(lost ->
            out.add(
                info,
                lost.isDrained() || runsOnce(body, unit) && !lost.isOverwritten()
                    ? LeakClass.HYGIENE
                    : leakClass(acquired, lost, body, unit),
                body,
                acquired.call().node(),
                message(acquired.resource(), lost, unit.span(body, lost.end()).line()),
                steps(acquired, lost, body, unit)));
  }

  private static String message(Resource resource, Paths.Lost lost, int line) {
    String not = resource.name() + " is not " + resource.released();
    return lost.isOverwritten()
        ? not + " before the loop acquires the next one"
        : not + " on the path that leaves the function at line " + line;
  }

  private static List<Step> steps(Acquisition acquired, Paths.Lost lost, Body body, Unit unit) {
    List<Step> steps = new ArrayList<>();
    steps.add(
        new Step(
            unit.span(body, acquired.call().node()), acquired.resource().name() + " is acquired"));
    steps.addAll(lost.answers(unit, body));
    String end = lost.isOverwritten() ? "the next one is acquired" : "the function ends";
    steps.add(
        new Step(
            unit.span(body, lost.end()),
            end + ", and it was not " + acquired.resource().released()));
    return steps;
  }
}
