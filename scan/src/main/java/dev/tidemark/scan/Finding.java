package dev.tidemark.scan;

import java.util.List;

/**
 * A place that leaks, and why.
 *
 * @param leakClass may be milder than the rule's own
 * @param function the declared function it is in, by its qualified name; empty outside of functions
 * @param message what happens, in one sentence without a full stop
 * @param steps the way there, in order; at least the reason
 * @param fix what to do here
 * @param isUncertain whether it rests on a type that is not known
 */
public record Finding(
    RuleInfo rule,
    LeakClass leakClass,
    Span span,
    String function,
    String message,
    List<Step> steps,
    String fix,
    boolean isUncertain) {
  public Finding {
    steps = List.copyOf(steps);
  }

  /** The same of another class. */
  Finding as(LeakClass other) {
    return new Finding(rule, other, span, function, message, steps, fix, isUncertain);
  }
}
