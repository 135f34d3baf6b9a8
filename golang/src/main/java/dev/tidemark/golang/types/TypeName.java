package dev.tidemark.golang.types;

import java.util.function.Function;

/** The name of a type. */
public final class TypeName extends Declared implements Symbol {
  private final Lazy<Type> type;

  public TypeName(Package pkg, String name, Place place, Lazy<Type> type) {
    super(pkg, name, place);
    this.type = type;
  }

  /**
   * @param type made when it is first asked for; a defined type knows its name in turn
   */
  public TypeName(
      Package pkg,
      String name,
      Place place,
      Resolution resolution,
      Function<TypeName, ? extends Type> type) {
    super(pkg, name, place);
    this.type = Lazy.by(resolution, () -> type.apply(this), Unknown.UNKNOWN);
  }

  @Override
  public Type type() {
    return type.get();
  }

  @Override
  public String toString() {
    return "type " + name();
  }
}
