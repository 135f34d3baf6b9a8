package dev.tidemark.scan.growth;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.FieldName;
import dev.tidemark.golang.types.TypeName;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.request.RequestPaths;
import dev.tidemark.scan.request.Roots;
import dev.tidemark.scan.request.ShortLived;
import java.util.HashSet;
import java.util.Set;

/** How long the structs of a package live: as long as the process, or as long as a request. */
public final class Lifetimes {
  private final MadeTypes made;
  private final RequestPaths paths;

  /** Types that are made outside of requests, and those made within. */
  private final Set<TypeName> early;

  private final Set<TypeName> perRequest;

  private final ShortLived shortLived;

  private Lifetimes(Unit unit) {
    this.made = MadeTypes.of(unit);
    this.shortLived = ShortLived.NOTHING;
    this.early = new HashSet<>(made.byVariables());
    this.perRequest = new HashSet<>();
    this.paths = RequestPaths.of(unit.roots().isLasting() ? unit.with(Roots.HANDLERS) : unit);
    unit.forEachBody(body -> (isOfRequest(body) ? perRequest : early).addAll(made.by(body)));
    if (!unit.roots().equals(Roots.HANDLERS)) {
      // Only other packages make these: whether by requests they have to say.
      Set<TypeName> elsewhere = made.structs();
      elsewhere.removeIf(type -> !isOthers(type));
      early.addAll(elsewhere);
    }
  }

  /** Whether other packages can make it, and nothing here holds it. */
  private boolean isOthers(TypeName type) {
    return Character.isUpperCase(type.name().codePointAt(0))
        && made.holders(type).isEmpty()
        && !perRequest.contains(type);
  }

  private Lifetimes(Lifetimes known, ShortLived shortLived) {
    this.made = known.made;
    this.paths = known.paths;
    this.shortLived = shortLived;
    this.early = known.early;
    this.perRequest = known.perRequest;
  }

  public static Lifetimes of(Unit unit) {
    Lifetimes known = unit.oncePerRoots(Lifetimes.class, () -> new Lifetimes(unit));
    return unit.shortLived().equals(ShortLived.NOTHING)
        ? known
        : new Lifetimes(known, unit.shortLived());
  }

  /** Whether what a function makes is of one request. */
  boolean isOfRequest(Body body) {
    return paths.handler(body).isPresent() || shortLived.makers().contains(body);
  }

  /** Whether a field belongs to something that outlives the requests. */
  public boolean outlivesRequests(FieldName field) {
    return made.owner(field).filter(owner -> outlives(owner, new HashSet<>())).isPresent();
  }

  private boolean outlives(TypeName type, Set<TypeName> seen) {
    if (!seen.add(type) || perRequest.contains(type) || shortLived.types().contains(type)) {
      return false;
    }
    return early.contains(type) || made.holders(type).stream().anyMatch(one -> outlives(one, seen));
  }
}
