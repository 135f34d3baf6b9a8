package dev.tidemark.golang.types;

/**
 * Where something is declared.
 *
 * @param file its path; empty where there is no source
 * @param offset in bytes; -1 where it is not known
 */
public record Place(String file, int offset) {
  public static final Place NONE = new Place("", -1);
}
