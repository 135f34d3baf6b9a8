package dev.tidemark.golang.types;

/**
 * The name of an imported package in one file.
 *
 * @param pkg the one whose file it stands in
 */
public record PackageName(Package pkg, String name, Place place, Package imported)
    implements Symbol {
  @Override
  public Type type() {
    return Unknown.UNKNOWN;
  }
}
