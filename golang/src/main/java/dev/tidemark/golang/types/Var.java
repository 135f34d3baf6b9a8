package dev.tidemark.golang.types;

/** A variable, parameter, result or field. A parameter or result without name has an empty one. */
public final class Var extends Declared implements Symbol {
  private final Kind kind;
  private final Lazy<Type> type;

  public Var(Kind kind, Package pkg, String name, Place place, Lazy<Type> type) {
    super(pkg, name, place);
    this.kind = kind;
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
    return new Var(kind, pkg(), name(), place(), other);
  }

  public Kind kind() {
    return kind;
  }

  public boolean isEmbedded() {
    return kind == Kind.EMBEDDED_FIELD;
  }

  @Override
  public Type type() {
    return type.get();
  }

  @Override
  public String toString() {
    return "var " + name();
  }
}
