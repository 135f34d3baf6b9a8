package dev.tidemark.diagnose.shape;

import dev.tidemark.detect.GoroutineSuspect;
import dev.tidemark.detect.HeapSuspect;
import dev.tidemark.detect.MetricsHistory;
import dev.tidemark.detect.Site;
import dev.tidemark.diagnose.argument.GoroutinesPileUp;
import dev.tidemark.profile.Frame;
import dev.tidemark.profile.frame.FunctionName;
import dev.tidemark.profile.goroutine.WaitReason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What else is known of the process a suspect was seen in.
 *
 * @param siteOf the frame that names a stack
 */
public record Surroundings(
    List<HeapSuspect> heap,
    List<GoroutineSuspect> goroutines,
    Waits waits,
    MetricsHistory metrics,
    Function<List<Frame>, Site> siteOf) {
  public Surroundings {
    heap = List.copyOf(heap);
    goroutines = List.copyOf(goroutines);
  }

  boolean isOwn(List<Frame> stack) {
    return siteOf.apply(stack).isOwn();
  }

  /**
   * What rises beside a suspect and was allocated by the same function of the service, or by the
   * one that called it.
   */
  List<HeapSuspect> companions(HeapSuspect suspect) {
    List<HeapSuspect> companions = new ArrayList<>();
    if (!suspect.site().isOwn()) {
      return companions;
    }
    String function = suspect.site().frame().function();
    String caller = caller(suspect.stack(), function);
    for (HeapSuspect other : heap) {
      String its = other.site().frame().function();
      if (other != suspect
          && other.site().isOwn()
          && (its.equals(function) || its.equals(caller))
          && rises(other)) {
        companions.add(other);
      }
    }
    return companions;
  }

  private static String caller(List<Frame> stack, String function) {
    for (int i = 0; i + 1 < stack.size(); i++) {
      if (stack.get(i).function().equals(function)) {
        return stack.get(i + 1).function();
      }
    }
    return "";
  }

  /** What surely grows: that a last value is the largest is so of anything that comes and goes. */
  private static boolean rises(HeapSuspect suspect) {
    return suspect.bytes().growth().isCertain();
  }

  /**
   * What surely grows, and what was never seen larger than at last: seldom sampled, it may be kept.
   * Enough to say where to look, not to say what it is.
   */
  private static boolean mayRise(HeapSuspect suspect) {
    return rises(suspect)
        || suspect.lastBytes() > suspect.firstBytes()
            && suspect.lastBytes() >= suspect.live().points().largest();
  }

  /** Whether goroutines surely pile up that have such a function on their stack. */
  boolean pileUp(Functions functions) {
    for (GoroutineSuspect suspect : goroutines) {
      if (new Stack(suspect.group().stack()).has(functions)
          && GoroutinesPileUp.isSuspect(suspect)) {
        return true;
      }
    }
    return false;
  }

  /** The same of those that wait for {@code cause}. */
  boolean pileUp(WaitReason.Cause cause, Functions functions) {
    for (GoroutineSuspect suspect : goroutines) {
      if (GoroutineSighting.cause(suspect) == cause
          && new Stack(suspect.group().stack()).has(functions)
          && GoroutinesPileUp.isSuspect(suspect)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether goroutines that surely pile up run the function that allocated this, or come from it.
   */
  public boolean isOfPilingGoroutines(HeapSuspect suspect) {
    String function = suspect.site().frame().function();
    for (GoroutineSuspect goroutine : goroutines) {
      boolean runsIt = goroutine.site().frame().function().equals(function);
      boolean comesFromIt =
          !goroutine.createdBy().isEmpty()
              && goroutine.createdBy().getFirst().function().equals(function);
      if ((runsIt || comesFromIt) && GoroutinesPileUp.isSuspect(goroutine)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The service's own function that called the one which allocates and nothing else; empty where
   * the site is not the leaf or its caller is not the service's own.
   */
  public String userOf(HeapSuspect suspect) {
    List<Frame> stack = suspect.stack();
    boolean isLeaf =
        stack.size() > 1
            && stack.getFirst().function().equals(suspect.site().frame().function())
            && isOwn(stack.subList(1, 2));
    return isLeaf ? FunctionName.parse(stack.get(1).function()).shortName() : "";
  }

  /** The service's own function whose memory may rise by such a call; empty where there is none. */
  String ownCallerOf(Functions functions) {
    for (HeapSuspect suspect : heap) {
      String function = suspect.site().frame().function();
      if (suspect.site().isOwn()
          && mayRise(suspect)
          && new Stack(suspect.stack()).calledBy(function).has(functions)) {
        return FunctionName.parse(function).shortName();
      }
    }
    return "";
  }

  boolean growsByCallFrom(String function, Functions functions) {
    for (HeapSuspect suspect : heap) {
      if (suspect.site().isOwn()
          && suspect.site().frame().function().equals(function)
          && rises(suspect)
          && new Stack(suspect.stack()).calledBy(function).has(functions)) {
        return true;
      }
    }
    return false;
  }

  boolean wakesAgain(GoroutineSuspect suspect) {
    return waits.wakesAgain(suspect);
  }

  FinalizerQueue finalizers() {
    return new FinalizerQueue(metrics, goroutines);
  }
}
