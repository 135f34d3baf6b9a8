package dev.tidemark.golang.hierarchy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which methods calls by interface may run: those of every type that has all methods of the
 * interface, after Dean, Grove and Chambers, Optimization of Object-Oriented Programs Using Static
 * Class Hierarchy Analysis (1995).
 */
public final class ClassHierarchy {
  private final Map<Long, List<TypeMethods>> byMethod = new HashMap<>();
  private final Map<InterfaceMethod, Set<String>> answers = new HashMap<>();

  /**
   * @param types all there are; those of packages that are not looked at are not known
   */
  public ClassHierarchy(Iterable<TypeMethods> types) {
    for (TypeMethods type : types) {
      for (long key : type.functions().keySet()) {
        byMethod.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(type);
      }
    }
  }

  /** The qualified names of the functions, in the order of their types. */
  public Set<String> implementations(InterfaceMethod method) {
    return answers.computeIfAbsent(method, this::find);
  }

  private Set<String> find(InterfaceMethod method) {
    Set<String> found = new LinkedHashSet<>();
    for (TypeMethods type : byMethod.getOrDefault(method.key(), List.of())) {
      String function = type.functions().get(method.key());
      if (function != null
          && !function.isEmpty()
          && type.functions().keySet().containsAll(method.all())) {
        found.add(function);
      }
    }
    return found;
  }
}
