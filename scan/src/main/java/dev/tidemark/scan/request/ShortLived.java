package dev.tidemark.scan.request;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.types.TypeName;
import java.util.Set;

/**
 * What is supposed to be made anew with each request, beside what is known to be.
 *
 * @param types of which each request makes values of its own
 * @param makers functions that each request runs, so that what they make is its own
 */
public record ShortLived(Set<TypeName> types, Set<Body> makers) {
  public static final ShortLived NOTHING = new ShortLived(Set.of(), Set.of());

  public ShortLived {
    types = Set.copyOf(types);
    makers = Set.copyOf(makers);
  }

  static ShortLived of(TypeName type) {
    return new ShortLived(Set.of(type), Set.of());
  }

  static ShortLived of(Body maker) {
    return new ShortLived(Set.of(), Set.of(maker));
  }
}
