package dev.tidemark.scan.rule.deadlock;

import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.wait.Stuck;
import dev.tidemark.scan.wait.WaitRule;
import java.util.Set;

/** A lock that is left locked on some path, and waited for behind that. */
public final class LockNotReleased extends WaitRule {
  public LockNotReleased() {
    super(
        new RuleInfo(
            "lock-not-released",
            LeakClass.LEAK,
            "a goroutine waits for a lock that was left locked",
            667,
            "`defer mu.Unlock()` right behind the Lock"),
        Set.of(Stuck.Kind.LOCK, Stuck.Kind.ONCE));
  }
}
