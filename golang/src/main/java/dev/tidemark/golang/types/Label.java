package dev.tidemark.golang.types;

/** A label of a statement. */
public record Label(Package pkg, String name, Place place) implements Symbol {
  @Override
  public Type type() {
    return Unknown.UNKNOWN;
  }
}
