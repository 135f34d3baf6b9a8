package dev.tidemark.golang.types;

import java.util.function.Function;

/** The name of a type. */
public final class TypeName implements Symbol {
  private final Package pkg;
  private final String name;
  private final Place place;
  private final Lazy<Type> type;

  public TypeName(Package pkg, String name, Place place, Lazy<Type> type) {
    this.pkg = pkg;
    this.name = name;
    this.place = place;
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
    this.pkg = pkg;
    this.name = name;
    this.place = place;
    this.type = Lazy.by(resolution, () -> type.apply(this), Unknown.UNKNOWN);
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
    return type.get();
  }

  @Override
  public String toString() {
    return "type " + name;
  }
}
