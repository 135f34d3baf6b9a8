package dev.tidemark.scan.request;

import dev.tidemark.golang.hierarchy.TypeMethods;
import dev.tidemark.scan.Span;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a package adds to the knowledge of what requests reach.
 *
 * @param ofHandlers what its handlers call outside of it
 * @param ofEntries what functions call that others can call, by their qualified names
 * @param called functions of the module that anything in it calls or hands on, tests aside
 * @param types its types with methods
 */
public record PackageCalls(
    List<OfHandler> ofHandlers,
    Map<String, List<OutwardCall>> ofEntries,
    Set<String> called,
    List<TypeMethods> types) {
  public static final PackageCalls NONE =
      new PackageCalls(List.of(), Map.of(), Set.of(), List.of());

  /**
   * @param handler where it stands
   */
  public record OfHandler(Span handler, OutwardCall call) {}

  public PackageCalls {
    ofHandlers = List.copyOf(ofHandlers);
    ofEntries = Collections.unmodifiableSortedMap(new TreeMap<>(ofEntries));
    called = Collections.unmodifiableSortedSet(new TreeSet<>(called));
    types = List.copyOf(types);
  }
}
