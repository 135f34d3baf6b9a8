package dev.tidemark.golang.types;

import dev.tidemark.golang.constant.Constant;

/** A constant. */
public final class Const implements Symbol {
  private final Package pkg;
  private final String name;
  private final Place place;
  private final Lazy<Value> value;

  public Const(Package pkg, String name, Place place, Lazy<Value> value) {
    this.pkg = pkg;
    this.name = name;
    this.place = place;
    this.value = value;
  }

  /** The type of a constant with its value. */
  public record Value(Type type, Constant constant) {
    public static final Value UNKNOWN = new Value(Unknown.UNKNOWN, Constant.UNKNOWN);
  }

  @Override
  public Package pkg() {
    return pkg;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Place place() {
    return place;
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
    return "const " + name;
  }
}
