package dev.tidemark.golang.types;

/** What the spelling of a name says. */
public final class Names {
  private Names() {}

  /** Whether it begins with an upper case letter. */
  public static boolean isExported(String name) {
    return !name.isEmpty() && Character.isUpperCase(name.codePointAt(0));
  }
}
