package dev.tidemark.scan.wait;

import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.RunsOnce;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A rule about goroutines that wait in vain: it says which kinds of waiting are its own. */
public abstract class WaitRule implements Rule {
  /** Of conditions on the way the last ones are told. */
  private static final int BRANCHES = 4;

  private static final int OTHERS = 3;

  private final RuleInfo info;
  private final Set<Stuck.Kind> kinds;

  protected WaitRule(RuleInfo info, Set<Stuck.Kind> kinds) {
    this.info = info;
    this.kinds = Set.copyOf(kinds);
  }

  @Override
  public final RuleInfo info() {
    return info;
  }

  @Override
  public final void check(Unit unit, Findings findings) {
    for (Stuck stuck : Waits.of(unit).stuck()) {
      if (kinds.contains(stuck.kind())) {
        // One goroutine that stays until the command ends does not grow.
        boolean isOnce =
            !stuck.isFirst()
                && RunsOnce.of(unit).test(stuck.started().body(), stuck.started().node());
        findings.add(
            info,
            isOnce ? LeakClass.HYGIENE : info.leakClass(),
            stuck.blocked().body(),
            stuck.blocked().node(),
            message(stuck),
            steps(stuck, unit));
      }
    }
  }

  private static String message(Stuck stuck) {
    String who = stuck.isFirst() ? "this waits" : "the goroutine waits";
    return switch (stuck.kind()) {
      case SEND -> who + " for ever: nobody receives any more";
      case RECEIVE -> who + " for ever: nobody sends any more, or closes the channel";
      case SELECT -> who + " for ever: nobody does any more what one of the clauses needs";
      case NEVER -> who + " for ever: the channel is nil, or there is none";
      case OWN_LOCK -> who + " for ever: it holds the lock itself";
      case CYCLE -> who + " for ever: who holds the lock waits too";
      case LOCK -> who + " for ever: the lock was not given back";
      case GROUP -> who + " for ever: the counter does not reach zero";
      case CONDITION -> who + " for ever: nobody signals any more";
      case ONCE -> who + " for ever: the function of Do waits too";
    };
  }

  private static List<Step> steps(Stuck stuck, Unit unit) {
    List<Step> steps = new ArrayList<>();
    if (!stuck.isFirst()) {
      steps.add(step(unit, stuck.started(), "starts the goroutine"));
    } else if (stuck.started().body() != stuck.blocked().body()) {
      steps.add(step(unit, stuck.started(), "the call that leads there begins here"));
    }
    int from = Math.max(0, stuck.branches().size() - BRANCHES);
    for (Stuck.Branch branch : stuck.branches().subList(from, stuck.branches().size())) {
      steps.add(
          step(
              unit,
              branch.at(),
              branch.taken() ? "the condition holds" : "the condition does not hold"));
    }
    for (Stuck.Other other : stuck.others().subList(0, Math.min(OTHERS, stuck.others().size()))) {
      String who = other.isFirst() ? "this function" : "another goroutine";
      String what =
          other.isWaiting()
              ? " waits here"
              : isEnd(other.at().node()) ? " ends here" : " returns here";
      steps.add(step(unit, other.at(), who + what));
    }
    steps.add(step(unit, stuck.blocked(), "waits here, for ever"));
    return steps;
  }

  private static boolean isEnd(Node node) {
    return node instanceof Stmt.EmptyStmt;
  }

  private static Step step(Unit unit, Stuck.Spot spot, String what) {
    return new Step(unit.span(spot.body(), spot.node()), what);
  }
}
