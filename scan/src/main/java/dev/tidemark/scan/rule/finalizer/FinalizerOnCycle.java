package dev.tidemark.scan.rule.finalizer;

import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A finalizer of an object that is part of a cycle: it is not guaranteed to run, and what it
 * belongs to is not collected (runtime.SetFinalizer).
 */
public final class FinalizerOnCycle implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "finalizer-on-cycle",
          LeakClass.LEAK,
          "an object with a finalizer refers to itself by way of another",
          401,
          "release it explicitly, or use runtime.AddCleanup (go 1.24), which cycles don't keep");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    unit.forEachBody(body -> {
      Map<Value, Set<Value>> held = new HashMap<>();
      body.forEachOp(op -> {
        if (op instanceof Op.Store store && store.place() instanceof Value.Field field) {
          held.computeIfAbsent(root(field), _ -> new LinkedHashSet<>()).add(store.value());
        }
      });
      body.forEachOp(op -> {
        if (op instanceof Op.Call call
            && call.name().equals("runtime.SetFinalizer")
            && reaches(call.argument(0), held)) {
          out.add(
              INFO,
              body,
              call.node(),
              "the object is part of a cycle: it is never collected, and the finalizer never runs",
              List.of(new Step(unit.span(body, call.node()), "the finalizer is set")));
        }
      });
    });
  }

  private static Value root(Value value) {
    return value instanceof Value.Field field ? root(field.base()) : value;
  }

  /** Whether a value is held by what it holds. */
  private static boolean reaches(Value from, Map<Value, Set<Value>> held) {
    Deque<Value> waiting = new ArrayDeque<>(held.getOrDefault(from, Set.of()));
    Set<Value> seen = new HashSet<>();
    while (!waiting.isEmpty()) {
      Value value = waiting.remove();
      if (value.equals(from)) {
        return true;
      }
      if (seen.add(value)) {
        waiting.addAll(held.getOrDefault(value, Set.of()));
      }
    }
    return false;
  }
}
