package dev.tidemark.diagnose.argument;

import dev.tidemark.diagnose.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Comes to the verdict: the first kind whose argument holds, and {@code inconclusive} where none
 * does. What needs action is asked first; what can only be one of several things is not called a
 * leak.
 */
public final class Judge {
  private static final List<Argument> ARGUMENTS =
      List.of(
          new GoroutinesPileUp(),
          new ProvenByRuntime(),
          new FollowsLoad(),
          new LiveHeapClimbs(),
          new SiteClimbs(),
          new GrowsOutsideHeap(),
          new RestsAfterPeak(),
          new FillsUp(),
          new AllocatesWithoutKeeping(),
          new StaysLevel());

  private Judge() {}

  public static Verdict verdict(Facts facts) {
    if (Doubt.isUnreadable(facts)) {
      return new GoroutinesPileUp()
          .verdict(facts)
          .or(() -> new ProvenByRuntime().verdict(facts))
          .orElseGet(() -> Doubt.unreadable(facts));
    }
    for (Argument argument : ARGUMENTS) {
      Optional<Verdict> verdict = argument.verdict(facts);
      if (verdict.isPresent()) {
        return verdict.get();
      }
    }
    return Doubt.verdict(facts);
  }
}
