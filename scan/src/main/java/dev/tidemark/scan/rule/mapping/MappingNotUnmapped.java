package dev.tidemark.scan.rule.mapping;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.release.Acquisition;
import dev.tidemark.scan.release.End;
import dev.tidemark.scan.release.ReleaseRule;
import dev.tidemark.scan.release.Resource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Memory that is mapped and not unmapped on some path: it is outside of the heap, so no collection
 * frees it and no heap profile shows it. Functions of the package that hand on a mapping are
 * followed.
 */
public final class MappingNotUnmapped extends ReleaseRule {
  private static final Set<String> MAPPING = Set.of("syscall.Mmap", "golang.org/x/sys/unix.Mmap");

  private static final Resource MEMORY =
      new Resource(
          "the mapped memory",
          "unmapped",
          Set.of("Munmap", "Unmap"),
          Set.of("syscall.Munmap", "golang.org/x/sys/unix.Munmap"));

  public MappingNotUnmapped() {
    super(
        new RuleInfo(
            "mapping-not-unmapped",
            LeakClass.LEAK,
            "mapped memory is not unmapped on every path",
            401,
            "`defer syscall.Munmap(memory)` right behind the check of the error"));
  }

  @Override
  protected Optional<Acquisition> acquired(Op.Call call, Body body, Unit unit) {
    boolean isMapped =
        MAPPING.contains(call.name())
            || unit.summaries().body(call.callee()).map(MappingNotUnmapped::handsOn).orElse(false);
    return isMapped ? Optional.of(Acquisition.of(call, MEMORY, 0, 1)) : Optional.empty();
  }

  /** What has no length is not mapped: that is an error. */
  @Override
  protected End end(Acquisition acquired) {
    Set<Value> lengths = new HashSet<>();
    for (int i = 0; i < acquired.call().arguments().size(); i++) {
      lengths.add(acquired.call().argument(i));
    }
    return new End() {
      @Override
      public boolean isWhere(Value condition, boolean isTrue) {
        return isTrue
            && condition instanceof Value.Computed(Token operator, Value x, Value.Known(var zero))
            && operator == Token.EQL
            && zero.toString().equals("0")
            && lengths.contains(x);
      }
    };
  }

  /** Whether a function returns a mapping and an error. */
  private static boolean handsOn(Body function) {
    if (function.signature().results().size() != 2) {
      return false;
    }
    boolean[] found = new boolean[1];
    function.forEachOp(op ->
        found[0] |=
            op instanceof Op.Return returned
                && !returned.values().isEmpty()
                && function.sources(returned.values().getFirst()).stream()
                    .anyMatch(MappingNotUnmapped::isMapping));
    return found[0];
  }

  private static boolean isMapping(Value value) {
    return value instanceof Value.Result(Op.Call call, int index)
        && index == 0
        && MAPPING.contains(call.name());
  }
}
