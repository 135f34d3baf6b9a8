package dev.tidemark.diagnose.shape;

import dev.tidemark.detect.HeapSuspect;
import dev.tidemark.detect.Site;
import dev.tidemark.profile.frame.FunctionName;
import java.util.Optional;

/** An allocation site that may grow. */
public record HeapSighting(HeapSuspect suspect, Surroundings around) implements Sighting {
  @Override
  public Site site() {
    return suspect.site();
  }

  @Override
  public Stack stack() {
    return new Stack(suspect.stack());
  }

  @Override
  public String where() {
    return isOwn() ? FunctionName.parse(site().frame().function()).shortName() : "";
  }

  /**
   * Whether the service's own function called such a function to allocate this, or called one, it
   * or its caller, to allocate something that grows beside this: a value and the map that keeps it
   * are rarely sampled both.
   */
  boolean calls(Functions functions) {
    return caller(functions, false).isPresent();
  }

  /** Whether the service's own code calls such a function itself, not through other code. */
  boolean callsItself(Functions functions) {
    return isOwn() && caller(functions, true).isPresent();
  }

  @Override
  public String callerOf(Functions functions) {
    return caller(functions, false)
        .filter(caller -> caller.site().isOwn())
        .map(caller -> FunctionName.parse(caller.site().frame().function()).shortName())
        .orElse("");
  }

  /** This or what grows beside it, whichever was allocated by such a call. */
  private Optional<HeapSuspect> caller(Functions functions, boolean isDirect) {
    if (isCalledBy(suspect, functions, isDirect)) {
      return Optional.of(suspect);
    }
    for (HeapSuspect companion : around.companions(suspect)) {
      if (isCalledBy(companion, functions, isDirect)) {
        return Optional.of(companion);
      }
    }
    return Optional.empty();
  }

  private static boolean isCalledBy(HeapSuspect suspect, Functions functions, boolean isDirect) {
    Stack called = called(suspect);
    return isDirect ? called.endsWith(functions) : called.has(functions);
  }

  /** What the service's own function called to allocate this; all where none is on the stack. */
  Stack called() {
    return called(suspect);
  }

  private static Stack called(HeapSuspect suspect) {
    Stack stack = new Stack(suspect.stack());
    return suspect.site().isOwn() ? stack.calledBy(suspect.site().frame().function()) : stack;
  }

  /** Bytes of each object by which this grows; 0 where that is not known. */
  double objectBytes() {
    double objects = suspect.objects().slope();
    return objects > 0 ? Math.max(0, suspect.bytes().slope() / objects) : 0;
  }
}
