package dev.tidemark.golang.types;

import java.util.List;

/** A parameter of a generic type or function. */
public final class TypeParam implements Type {
  private final TypeName symbol;
  private final int index;
  private final Lazy<Type> constraint;
  private final Lazy<Type> bound;

  /**
   * @param index its place in the list of parameters
   * @param constraint as it is written
   */
  public TypeParam(TypeName symbol, Resolution resolution, int index, Lazy<Type> constraint) {
    this.symbol = symbol;
    this.index = index;
    this.constraint = constraint;
    this.bound =
        Lazy.by(resolution, () -> asInterface(resolution, constraint.get()), Universe.EMPTY);
  }

  public TypeName symbol() {
    return symbol;
  }

  public int index() {
    return index;
  }

  public Type constraint() {
    return constraint.get();
  }

  /** The interface of its constraint. */
  @Override
  public Type underlying() {
    return bound.get();
  }

  /** {@code [T int]} stands for {@code [T interface{ int }]}. */
  private static Type asInterface(Resolution resolution, Type constraint) {
    return constraint.underlying() instanceof Interface bound
        ? bound
        : new Interface(resolution, List.of(), List.of(constraint), true);
  }

  /** The types that may stand for it. */
  public TypeSet typeSet() {
    return underlying() instanceof Interface bound ? bound.typeSet() : TypeSet.UNKNOWN;
  }

  @Override
  public String toString() {
    return symbol.name();
  }
}
