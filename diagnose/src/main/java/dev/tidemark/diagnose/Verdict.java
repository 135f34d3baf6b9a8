package dev.tidemark.diagnose;

import java.time.Duration;
import java.util.List;

/** The one conclusion of a report, with how sure it is, why, and what to do next. */
public sealed interface Verdict {
  /** How sure, 0 to 1. */
  double confidence();

  /** Sentences that quote the numbers it rests on. */
  List<String> reasons();

  /** What to do or run next; empty when there is nothing to add. */
  String next();

  /** Memory that survives collections and keeps growing. */
  record Leak(double confidence, List<String> reasons, String next) implements Verdict {}

  /** Goroutines that are started and do not end. */
  record GoroutineLeak(double confidence, List<String> reasons, String next) implements Verdict {}

  /** Resident memory grows and Go's own does not. */
  record OutsideHeap(double confidence, List<String> reasons, String next) implements Verdict {}

  /** Allocation without retention. */
  record Flood(double confidence, List<String> reasons, String next) implements Verdict {}

  /** Growth that decays: caches filling. */
  record WarmUp(double confidence, List<String> reasons, String next) implements Verdict {}

  /** Memory that follows requests or sessions. */
  record Load(double confidence, List<String> reasons, String next) implements Verdict {}

  /** A plateau that stays after a peak. */
  record HighWater(double confidence, List<String> reasons, String next) implements Verdict {}

  /** Growth beyond a stated floor is ruled out. */
  record Steady(double confidence, List<String> reasons, String next) implements Verdict {}

  /**
   * The run does not tell.
   *
   * @param more how much longer to watch; zero where time alone does not help
   */
  record Inconclusive(double confidence, List<String> reasons, String next, Duration more)
      implements Verdict {}

  /** The word for it in every format. */
  default String kind() {
    return switch (this) {
      case Leak _ -> "leak";
      case GoroutineLeak _ -> "goroutine-leak";
      case OutsideHeap _ -> "outside-heap";
      case Flood _ -> "flood";
      case WarmUp _ -> "warm-up";
      case Load _ -> "load";
      case HighWater _ -> "high-water";
      case Steady _ -> "steady";
      case Inconclusive _ -> "inconclusive";
    };
  }
}
