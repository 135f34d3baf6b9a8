package dev.tidemark.golang.types;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The types that belong to an interface (go/types, typeset.go): those that have all of its methods
 * and are among its terms.
 *
 * @param methods of the interface and of those it embeds, in the order of {@link Symbol#compare}
 * @param isComparable whether only comparable types belong to it
 * @param isKnown false where something embedded could not be read: it may have more methods
 */
public record TypeSet(List<Func> methods, Terms terms, boolean isComparable, boolean isKnown) {
  static final TypeSet ALL = new TypeSet(List.of(), Terms.ALL, false, true);
  static final TypeSet COMPARABLE = new TypeSet(List.of(), Terms.ALL, true, true);
  static final TypeSet UNKNOWN = new TypeSet(List.of(), Terms.ALL, false, false);

  public TypeSet {
    methods = List.copyOf(methods);
  }

  static TypeSet of(Interface face) {
    Map<String, Func> methods = new LinkedHashMap<>();
    for (Func method : face.methods()) {
      methods.putIfAbsent(id(method), method);
    }
    Terms terms = Terms.ALL;
    boolean isComparable = false;
    boolean isKnown = true;
    for (Type embedded : face.embedded()) {
      TypeSet set = embedded(embedded);
      for (Func method : set.methods) {
        methods.putIfAbsent(id(method), method);
      }
      terms = terms.intersect(set.terms);
      isComparable |= set.isComparable;
      isKnown &= set.isKnown;
    }
    List<Func> sorted = new ArrayList<>(methods.values());
    sorted.sort(Symbol::compare);
    return new TypeSet(sorted, terms, isComparable && terms.isAll(), isKnown);
  }

  private static TypeSet embedded(Type type) {
    return switch (type.underlying()) {
      case Interface face -> face.typeSet();
      case Type.Union union -> union(union);
      case Unknown _ -> UNKNOWN;
      case Basic _,
          Named _,
          Alias _,
          TypeParam _,
          Struct _,
          Signature _,
          Type.Pointer _,
          Type.Slice _,
          Type.Array _,
          Type.Map _,
          Type.Chan _,
          Type.Tuple _ ->
          ofTerms(List.of(new Type.Term(false, type)));
    };
  }

  private static TypeSet union(Type.Union union) {
    List<Type.Term> terms = new ArrayList<>();
    boolean isKnown = true;
    for (Type.Term term : union.terms()) {
      switch (term.type().underlying()) {
        case Interface face -> {
          TypeSet set = face.typeSet();
          isKnown &= set.isKnown;
          if (set.terms.isAll()) {
            return new TypeSet(List.of(), Terms.ALL, false, isKnown);
          }
          terms.addAll(set.terms.list());
        }
        case Unknown _ -> isKnown = false;
        default -> terms.add(term);
      }
    }
    return new TypeSet(List.of(), isKnown ? Terms.of(terms) : Terms.ALL, false, isKnown);
  }

  private static TypeSet ofTerms(List<Type.Term> terms) {
    return new TypeSet(List.of(), new Terms(false, terms), false, true);
  }

  /** What tells a method from others: exported ones by name, others by package and name. */
  private static String id(Func method) {
    return method.isExported() ? method.name() : method.pkg().path() + "." + method.name();
  }

  public Optional<Func> method(Package from, String name) {
    for (Func method : methods) {
      if (method.hasName(from, name)) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }

  /** Whether it says which types belong to it, other than by methods. */
  public boolean hasTerms() {
    return !terms.isAll() && !terms.isEmpty();
  }

  /** Whether every type belongs to it. */
  public boolean isAll() {
    return isMethodSet() && methods.isEmpty();
  }

  /** Whether it is described by its methods alone. */
  public boolean isMethodSet() {
    return !isComparable && terms.isAll() && isKnown;
  }
}
