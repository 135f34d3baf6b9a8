package dev.tidemark.golang.types;

/** The predeclared {@code nil}. */
public record Nil() implements Symbol {
  @Override
  public String name() {
    return "nil";
  }

  @Override
  public Package pkg() {
    return Package.NONE;
  }

  @Override
  public Place place() {
    return Place.NONE;
  }

  @Override
  public Type type() {
    return Basic.UNTYPED_NIL;
  }
}
