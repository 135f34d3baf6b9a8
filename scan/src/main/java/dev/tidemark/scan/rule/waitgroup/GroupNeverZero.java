package dev.tidemark.scan.rule.waitgroup;

import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.wait.Stuck;
import dev.tidemark.scan.wait.WaitRule;
import java.util.Set;

/**
 * A wait group whose counter does not come down to zero: a Done is missing on some path, Add comes
 * too often, or Wait is called by one of those waited for.
 */
public final class GroupNeverZero extends WaitRule {
  public GroupNeverZero() {
    super(
        new RuleInfo(
            "waitgroup-never-zero",
            LeakClass.LEAK,
            "a wait group is waited for that does not reach zero",
            833,
            "Add before the goroutine starts, once for each, and `defer wg.Done()` as its first statement"),
        Set.of(Stuck.Kind.GROUP));
  }
}
