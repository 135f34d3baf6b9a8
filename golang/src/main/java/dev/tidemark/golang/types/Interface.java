package dev.tidemark.golang.types;

import java.util.List;

/** An interface type. */
public final class Interface implements Type {
  private final List<Func> methods;
  private final List<Type> embedded;
  private final boolean isImplicit;
  private final Resolution resolution;
  private final Lazy<TypeSet> typeSet;

  /**
   * @param methods those written out
   * @param embedded types and unions, in order
   * @param isImplicit whether it is not written, but stands for a constraint such as {@code ~int}
   */
  public Interface(
      Resolution resolution, List<Func> methods, List<Type> embedded, boolean isImplicit) {
    this.resolution = resolution;
    this.methods = methods.stream().sorted(Symbol::compare).toList();
    this.embedded = List.copyOf(embedded);
    this.isImplicit = isImplicit;
    this.typeSet = Lazy.by(resolution, () -> TypeSet.of(this), TypeSet.UNKNOWN);
  }

  /** For those of the universe, whose set is known. */
  Interface(List<Func> methods, TypeSet typeSet) {
    this.resolution = new Resolution();
    this.methods = List.copyOf(methods);
    this.embedded = List.of();
    this.isImplicit = false;
    this.typeSet = Lazy.of(typeSet);
  }

  public List<Func> methods() {
    return methods;
  }

  public List<Type> embedded() {
    return embedded;
  }

  public boolean isImplicit() {
    return isImplicit;
  }

  Resolution resolution() {
    return resolution;
  }

  public TypeSet typeSet() {
    return typeSet.get();
  }

  @Override
  public String toString() {
    return TypeText.of(this);
  }
}
