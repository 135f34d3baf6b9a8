package dev.tidemark.golang.types;

/** What the symbols have in common that source declares. */
abstract class Declared {
  private final Package pkg;
  private final String name;
  private final Place place;

  Declared(Package pkg, String name, Place place) {
    this.pkg = pkg;
    this.name = name;
    this.place = place;
  }

  public final Package pkg() {
    return pkg;
  }

  public final String name() {
    return name;
  }

  public final Place place() {
    return place;
  }
}
