package dev.tidemark.diagnose.shape;

import dev.tidemark.detect.HeapSuspect;
import dev.tidemark.detect.Site;
import dev.tidemark.profile.frame.FunctionName;
import java.util.ArrayList;
import java.util.List;

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
   * What the service's own function called to allocate this, and what it and its caller called to
   * allocate whatever grows beside this: a value and the map that keeps it are rarely sampled both.
   */
  List<Stack> calls() {
    List<Stack> calls = new ArrayList<>();
    calls.add(stack().calledBy(site().frame().function()));
    for (HeapSuspect companion : around.companions(suspect)) {
      calls.add(new Stack(companion.stack()).calledBy(companion.site().frame().function()));
    }
    return calls;
  }

  /** Whether one of the calls is of such a function. */
  boolean calls(String... beginnings) {
    for (Stack call : calls()) {
      if (call.has(beginnings)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the service's own code calls such a function itself, not through other code. */
  boolean callsItself(String... beginnings) {
    if (!isOwn()) {
      return false;
    }
    for (Stack call : calls()) {
      if (call.endsWith(beginnings)) {
        return true;
      }
    }
    return false;
  }

  /** Bytes of each object by which this grows; 0 where that is not known. */
  double objectBytes() {
    double objects = suspect.objects().slope();
    return objects > 0 ? Math.max(0, suspect.bytes().slope() / objects) : 0;
  }
}
