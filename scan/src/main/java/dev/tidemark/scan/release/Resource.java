package dev.tidemark.scan.release;

import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Lookup;
import dev.tidemark.golang.types.Package;
import dev.tidemark.golang.types.Selection;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Var;
import java.util.Set;

/**
 * Something that must be given back.
 *
 * @param name in a sentence: "the response body"
 * @param released what is done to it, in a sentence: "closed"
 * @param releases methods that give it back, of it or of a part of it; empty where it is itself a
 *     function to be called
 * @param takers functions of other packages that give it back when they are called with it, by
 *     their qualified names
 * @param steps methods that give it back themselves once they return false
 * @param drainers functions that use it up to its end, or fail for good, which gives it back too
 */
public record Resource(
    String name,
    String released,
    Set<String> releases,
    Set<String> takers,
    Set<String> steps,
    Set<String> drainers) {
  public Resource(String name, String released, Set<String> releases) {
    this(name, released, releases, Set.of());
  }

  public Resource(String name, String released, Set<String> releases, Set<String> takers) {
    this(name, released, releases, takers, Set.of());
  }

  public Resource(
      String name, String released, Set<String> releases, Set<String> takers, Set<String> steps) {
    this(name, released, releases, takers, steps, Set.of());
  }

  /** Whether a call uses up what it is given; a writer that may fail leaves a rest. */
  boolean isUsedUpBy(Op.Call call, int argument) {
    return drainers.contains(call.name())
        && (!call.name().startsWith("io.Copy")
            || argument == 1
                && call.argument(0) instanceof Value.Global(Var symbol)
                && symbol.name().equals("Discard"));
  }

  /** Whether something of a type has a method that gives it back, or may have one. */
  boolean isReleasedBy(Type type) {
    return Kinds.isUnknown(type)
        || releases.stream()
            .anyMatch(name ->
                Lookup.of(type, true, Package.NONE, name) instanceof Selection selection
                    && selection.symbol() instanceof Func);
  }

  boolean isFunction() {
    return releases.isEmpty();
  }
}
