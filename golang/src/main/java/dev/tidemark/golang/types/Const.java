package dev.tidemark.golang.types;

import dev.tidemark.golang.constant.Constant;

/** A constant. */
public final class Const extends Declared implements Symbol {
  private final Lazy<Value> value;

  public Const(Package pkg, String name, Place place, Lazy<Value> value) {
    super(pkg, name, place);
    this.value = value;
  }

  /** The type of a constant with its value. */
  public record Value(Type type, Constant constant) {
    public static final Value UNKNOWN = new Value(Unknown.UNKNOWN, Constant.UNKNOWN);
  }

  @Override
  public Type type() {
    return value.get().type();
  }

  public Constant value() {
    return value.get().constant();
  }

  @Override
  public String toString() {
    return "const " + name();
  }
}
