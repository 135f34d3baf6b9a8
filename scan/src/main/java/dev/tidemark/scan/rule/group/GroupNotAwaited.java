package dev.tidemark.scan.rule.group;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.StandardLibrary;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.release.Acquisition;
import dev.tidemark.scan.release.Paths;
import dev.tidemark.scan.release.ReleaseRule;
import dev.tidemark.scan.release.Resource;
import java.util.Optional;
import java.util.Set;

/**
 * An errgroup with a context of its own for which nobody waits: the context is cancelled by Wait or
 * by the first error, and so stays with its parent.
 *
 * <pre>
 *   g, ctx := errgroup.WithContext(ctx)          g, ctx := errgroup.WithContext(ctx)
 *   g.Go(func() error { return load(ctx) })      g.Go(func() error { return load(ctx) })
 *   return nil                 // found          return g.Wait()                    // fine
 * </pre>
 */
public final class GroupNotAwaited extends ReleaseRule {
  private static final Resource GROUP = new Resource("the group", "awaited", Set.of("Wait"));

  public GroupNotAwaited() {
    super(
        new RuleInfo(
            "group-not-awaited",
            LeakClass.BOUNDED,
            "a group of goroutines is not awaited on every path",
            772,
            "return g.Wait(), or call it before each return"));
  }

  @Override
  protected Optional<Acquisition> acquired(Op.Call call, Body body, Unit unit) {
    return call.name().equals("golang.org/x/sync/errgroup.WithContext")
        ? Optional.of(Acquisition.of(call, GROUP, 0, -1))
        : Optional.empty();
  }

  @Override
  protected LeakClass leakClass(Acquisition acquired, Paths.Lost lost, Body body, Unit unit) {
    Value parent = acquired.argument(0);
    return StandardLibrary.isWithoutEnd(parent) ? LeakClass.HYGIENE : LeakClass.BOUNDED;
  }
}
