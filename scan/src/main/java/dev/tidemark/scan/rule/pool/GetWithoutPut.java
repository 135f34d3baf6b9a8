package dev.tidemark.scan.rule.pool;

import dev.tidemark.golang.flow.Exit;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.release.Acquisition;
import dev.tidemark.scan.release.Paths;
import dev.tidemark.scan.release.ReleaseRule;
import dev.tidemark.scan.release.Resource;
import java.util.Optional;
import java.util.Set;

/**
 * An object of a pool that a function puts back on one path and forgets on another: the collector
 * frees it, and the pool makes another.
 */
public final class GetWithoutPut extends ReleaseRule {
  private static final Resource OBJECT =
      new Resource(
          "the pool's object",
          "put back",
          Set.of("Put", "Release", "Free"),
          Set.of("sync.Pool.Put"));

  public GetWithoutPut() {
    super(
        new RuleInfo(
            "pool-get-without-put",
            LeakClass.HYGIENE,
            "an object is put back into its pool on one path, and forgotten on another",
            772,
            "`defer pool.Put(x)` right behind Get"));
  }

  @Override
  protected Optional<Acquisition> acquired(Op.Call call, Body body, Unit unit) {
    return call.name().equals("sync.Pool.Get") && isPutBack(call, body)
        ? Optional.of(Acquisition.of(call, OBJECT, 0, -1))
        : Optional.empty();
  }

  /** Where its type is asked for, there may be nothing to put back. */
  @Override
  protected boolean isReported(Acquisition acquired, Paths.Lost lost, Body body, Unit unit) {
    return body.graph().blocks().stream()
        .noneMatch(block ->
            block.exit() instanceof Exit.TypeCase
                || body.condition(block) instanceof Value.Ok(_, Value of)
                    && of.equals(acquired.value()));
  }

  private static boolean isPutBack(Op.Call get, Body body) {
    Value object = new Value.Result(get, 0);
    boolean[] found = new boolean[1];
    body.forEachOp(op ->
        found[0] |=
            op instanceof Op.Call call
                && call.name().equals("sync.Pool.Put")
                && call.argument(0).equals(object));
    return found[0];
  }
}
