package dev.tidemark.scan.rule.deadlock;

import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.wait.Stuck;
import dev.tidemark.scan.wait.WaitRule;
import java.util.Set;

/**
 * A mutex that is taken by who holds it, in the same function or in one that it calls; a read lock
 * taken again while a writer waits is the same.
 */
public final class LockTakenTwice extends WaitRule {
  public LockTakenTwice() {
    super(
        new RuleInfo(
            "lock-taken-twice",
            LeakClass.LEAK,
            "a goroutine takes a lock that it holds",
            833,
            "give the lock back before the call, or split off the part that is called with the lock held"),
        Set.of(Stuck.Kind.OWN_LOCK));
  }
}
