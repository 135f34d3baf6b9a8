package dev.tidemark.golang.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Another name of a type: {@code type A = B}, or an instance of a generic one. */
public final class Alias implements Type {
  private final TypeName symbol;
  private final Resolution resolution;
  private final Lazy<List<TypeParam>> typeParams;
  private final Lazy<Type> target;
  private final List<Type> arguments;
  private final @Nullable Alias origin;

  public Alias(
      TypeName symbol, Resolution resolution, Lazy<List<TypeParam>> typeParams, Lazy<Type> target) {
    this.symbol = symbol;
    this.resolution = resolution;
    this.typeParams = typeParams;
    this.target = target;
    this.arguments = List.of();
    this.origin = null;
  }

  private Alias(Alias origin, List<Type> arguments) {
    this.symbol = origin.symbol;
    this.resolution = origin.resolution;
    this.typeParams = Lazy.of(List.of());
    this.arguments = List.copyOf(arguments);
    this.origin = origin;
    this.target =
        Lazy.by(
            resolution,
            () -> Substitution.of(origin.typeParams(), arguments).apply(origin.target()),
            Unknown.UNKNOWN);
  }

  public Alias instantiate(List<Type> arguments) {
    return new Alias(origin == null ? this : origin, arguments);
  }

  public TypeName symbol() {
    return symbol;
  }

  public List<TypeParam> typeParams() {
    return typeParams.get();
  }

  public List<Type> arguments() {
    return arguments;
  }

  public boolean isGeneric() {
    return origin == null && !typeParams().isEmpty();
  }

  /** What it is declared as, which may be an alias again. */
  public Type target() {
    return target.get();
  }

  @Override
  public Type underlying() {
    return unalias().underlying();
  }

  @Override
  public Type unalias() {
    Type type = target();
    for (int steps = 0; type instanceof Alias next; steps++) {
      if (steps == 1_000) {
        return Unknown.UNKNOWN;
      }
      type = next.target();
    }
    return type;
  }

  @Override
  public String toString() {
    return TypeText.of(this);
  }
}
