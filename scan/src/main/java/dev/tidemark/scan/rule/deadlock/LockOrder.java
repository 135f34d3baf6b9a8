package dev.tidemark.scan.rule.deadlock;

import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.wait.Stuck;
import dev.tidemark.scan.wait.WaitRule;
import java.util.Set;

/**
 * Two goroutines of which each holds what the other waits for: locks taken in two orders, or a lock
 * held while waiting for who needs it.
 */
public final class LockOrder extends WaitRule {
  public LockOrder() {
    super(
        new RuleInfo(
            "lock-order",
            LeakClass.LEAK,
            "goroutines wait for locks that they hold for each other",
            833,
            "take the locks in the same order everywhere, and wait for channels without them"),
        Set.of(Stuck.Kind.CYCLE));
  }
}
