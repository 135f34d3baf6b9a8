package dev.tidemark.scan.rule.cond;

import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.wait.Stuck;
import dev.tidemark.scan.wait.WaitRule;
import java.util.Set;

/**
 * A goroutine in {@code sync.Cond.Wait} when every Signal and Broadcast has been or will never be.
 */
public final class ConditionNeverSignalled extends WaitRule {
  public ConditionNeverSignalled() {
    super(
        new RuleInfo(
            "cond-never-signalled",
            LeakClass.LEAK,
            "a condition is waited for that nobody signals any more",
            833,
            "change what is waited for and signal with the lock held, and Broadcast where several may wait"),
        Set.of(Stuck.Kind.CONDITION));
  }
}
