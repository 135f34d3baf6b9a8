package dev.tidemark.scan.wait;

import dev.tidemark.golang.effect.PackageSummaries;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs one function in many ways, the natural ones first. */
final class Exploration {
  /** What all runs of one function may cost, in operations and values that are looked up. */
  private static final int COST = 30_000;

  /** The same for a test that is known as a whole. */
  private static final int COST_OF_TEST = 60_000;

  /** The same where runs are long: more of them would find little more. */
  private static final int COST_OF_LONG = 8_000;

  private static final int LONG = 500;

  /** Runs after which a function is given up in which nobody has waited for anything inside. */
  private static final int TRIAL = 8;

  /** Runs after which a function is given up of which none has come to an end. */
  private static final int HOPELESS = 20;

  private static final int RUNS = 3_000;

  /** Runs that are made when something has been found, to find what else there is. */
  private static final int MORE = 100;

  private final PackageSummaries summaries;
  private final Layout.Table layouts;
  private final Globals globals;
  private final int effort;

  Exploration(PackageSummaries summaries, Layout.Table layouts, Globals globals, int effort) {
    this.summaries = summaries;
    this.layouts = layouts;
    this.globals = globals;
    this.effort = effort;
  }

  /**
   * @param isTest whether what is unknown is taken to be known to who wrote it
   * @param isWhole whether nothing else uses the package's variables
   */
  List<Stuck> explore(Body root, boolean isTest, boolean isWhole) {
    Map<Value.Site, Stuck> found = new HashMap<>();
    List<Stuck> inOrder = new ArrayList<>();
    Deque<int[]> waiting = new ArrayDeque<>();
    waiting.add(new int[0]);
    int most = effort * (isTest ? COST_OF_TEST : COST);
    int cost = 0;
    boolean hasMet = false;
    boolean hasEnded = false;
    int runs = 0;
    int last = effort * RUNS;
    while (!waiting.isEmpty()
        && cost < (cost > runs * LONG ? effort * COST_OF_LONG : most)
        && runs++ < last) {
      int[] given = waiting.remove();
      Choices choices = new Choices(given);
      Memory memory =
          new Memory(layouts, new Guesses(choices, isTest), isWhole ? globals : Globals.NONE);
      Machine machine = new Machine(summaries, memory, layouts, choices);
      List<Goroutine> left;
      try {
        left = machine.run(root);
      } catch (StackOverflowError deep) {
        // Of a function whose values are nested that deep nothing is said.
        break;
      }
      cost += machine.cost();
      hasMet |= machine.hasMet();
      hasEnded |= machine.hasEnded();
      if (!hasMet && runs == TRIAL || !hasEnded && runs == HOPELESS) {
        break;
      }
      for (Stuck stuck : Blame.of(machine, left, given)) {
        if (found.putIfAbsent(new Value.Site(stuck.blocked().node()), stuck) == null) {
          inOrder.add(stuck);
          last = Math.min(last, runs + MORE);
        }
      }
      if (waiting.size() < 2 * effort * RUNS) {
        waiting.addAll(choices.next());
      }
    }
    return inOrder;
  }

  static int count(int[] given) {
    return (int) Arrays.stream(given).filter(one -> one != 0).count();
  }
}
