package dev.tidemark.scan.rule.iterpull;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.release.Acquisition;
import dev.tidemark.scan.release.ReleaseRule;
import dev.tidemark.scan.release.Resource;
import java.util.Optional;
import java.util.Set;

/** A coroutine of iter.Pull whose stop function is not called on some path: it stays for ever. */
public final class IteratorNotStopped extends ReleaseRule {
  private static final Resource STOP =
      new Resource("the iterator's stop function", "called", Set.of());

  public IteratorNotStopped() {
    super(
        new RuleInfo(
            "iterator-not-stopped",
            LeakClass.LEAK,
            "the stop function of iter.Pull is not called on every path",
            772,
            "`defer stop()` right behind iter.Pull"));
  }

  @Override
  protected Optional<Acquisition> acquired(Op.Call call, Body body, Unit unit) {
    return call.name().equals("iter.Pull") || call.name().equals("iter.Pull2")
        ? Optional.of(Acquisition.of(call, STOP, 1, -1))
        : Optional.empty();
  }
}
