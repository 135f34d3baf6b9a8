package dev.tidemark.golang.types;

/** A variable, parameter, result or field. */
public final class Var implements Symbol {
  private final Kind kind;
  private final Package pkg;
  private final String name;
  private final Place place;
  private final Lazy<Type> type;

  public Var(Kind kind, Package pkg, String name, Place place, Lazy<Type> type) {
    this.kind = kind;
    this.pkg = pkg;
    this.name = name;
    this.place = place;
    this.type = type;
  }

  /** What a variable is. */
  public enum Kind {
    PACKAGE,
    LOCAL,
    RECEIVER,
    PARAMETER,
    RESULT,
    FIELD,
    EMBEDDED_FIELD
  }

  /** The same variable with another type, in an instance of what it belongs to. */
  public Var withType(Lazy<Type> other) {
    return new Var(kind, pkg, name, place, other);
  }

  public Kind kind() {
    return kind;
  }

  public boolean isField() {
    return kind == Kind.FIELD || kind == Kind.EMBEDDED_FIELD;
  }

  public boolean isEmbedded() {
    return kind == Kind.EMBEDDED_FIELD;
  }

  @Override
  public Package pkg() {
    return pkg;
  }

  /** Empty for a parameter or result without name. */
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
    return "var " + name;
  }
}
