package dev.tidemark.golang.types;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A defined type, such as {@code type T struct { … }}, or an instance of a generic one. */
public final class Named implements Type {
  private final TypeName symbol;
  private final Resolution resolution;
  private final Lazy<Type> underlying;
  private final Lazy<List<TypeParam>> typeParams;
  private final Lazy<List<Func>> methods;
  private final List<Type> arguments;
  private final @Nullable Named origin;

  /** Methods of an instance by their place in the origin's list. */
  private final ConcurrentHashMap<Integer, Func> instantiated;

  /**
   * A type as it is declared.
   *
   * @param underlying never itself a defined type or alias
   * @param methods those declared for the type, in any order that does not change
   */
  public Named(
      TypeName symbol,
      Resolution resolution,
      Lazy<List<TypeParam>> typeParams,
      Lazy<Type> underlying,
      Lazy<List<Func>> methods) {
    this.symbol = symbol;
    this.resolution = resolution;
    this.underlying = underlying;
    this.typeParams = typeParams;
    this.methods = methods;
    this.arguments = List.of();
    this.origin = null;
    this.instantiated = new ConcurrentHashMap<>(0);
  }

  private Named(Named origin, List<Type> arguments) {
    this.symbol = origin.symbol;
    this.resolution = origin.resolution;
    this.typeParams = Lazy.of(List.of());
    this.methods = origin.methods;
    this.arguments = List.copyOf(arguments);
    this.origin = origin;
    this.underlying =
        Lazy.by(
            resolution,
            () -> Substitution.of(origin.typeParams(), arguments).apply(origin.underlying()),
            Unknown.UNKNOWN);
    this.instantiated = new ConcurrentHashMap<>(4);
  }

  /**
   * An instance of this generic type.
   *
   * @param arguments as many as it has parameters
   */
  public Named instantiate(List<Type> arguments) {
    return new Named(origin(), arguments);
  }

  public TypeName symbol() {
    return symbol;
  }

  public Resolution resolution() {
    return resolution;
  }

  @Override
  public Type underlying() {
    return underlying.get();
  }

  /** Those that are not yet replaced: none for an instance. */
  public List<TypeParam> typeParams() {
    return typeParams.get();
  }

  public List<Type> arguments() {
    return arguments;
  }

  /** The generic type of an instance, else the type itself. */
  public Named origin() {
    return origin == null ? this : origin;
  }

  public boolean isGeneric() {
    return origin == null && !typeParams().isEmpty();
  }

  public int methodCount() {
    return methods.get().size();
  }

  /** The declared method at a place of the list, with the arguments of an instance put in. */
  public Func method(int index) {
    Func declared = methods.get().get(index);
    if (origin == null) {
      return declared;
    }
    return instantiated.computeIfAbsent(index, _ -> declared.instantiate(this));
  }

  /** The place of a declared method in the list; -1 if there is none of that name. */
  int methodIndex(Package from, String name) {
    List<Func> declared = methods.get();
    for (int i = 0; i < declared.size(); i++) {
      if (declared.get(i).hasName(from, name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public String toString() {
    return TypeText.of(this);
  }
}
