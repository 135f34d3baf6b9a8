package dev.tidemark.golang.types;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A package and what it declares. */
public final class Package {
  /** Where predeclared names belong: no package. */
  public static final Package NONE = new Package("", "", _ -> null, true);

  private final String path;
  private final String name;
  private final Function<String, @Nullable Symbol> members;
  private final boolean isKnown;

  private Package(
      String path, String name, Function<String, @Nullable Symbol> members, boolean isKnown) {
    this.path = path;
    this.name = name;
    this.members = members;
    this.isKnown = isKnown;
  }

  /**
   * @param members what a name stands for, exported or not; null where it stands for nothing
   */
  public static Package of(String path, String name, Function<String, @Nullable Symbol> members) {
    return new Package(path, name, members, true);
  }

  /** A package that could not be read. */
  public static Package unknown(String path) {
    return new Package(path, nameOf(path), _ -> null, false);
  }

  /**
   * What a package is likely called: the last part of its path that is no major version ({@code
   * gopkg.in/yaml.v3}, {@code github.com/labstack/echo/v4}).
   */
  static String nameOf(String path) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (isMajorVersion(last) && path.indexOf('/') >= 0) {
      String rest = path.substring(0, path.lastIndexOf('/'));
      last = rest.substring(rest.lastIndexOf('/') + 1);
    }
    int dot = last.lastIndexOf('.');
    return dot > 0 && isMajorVersion(last.substring(dot + 1)) ? last.substring(0, dot) : last;
  }

  private static boolean isMajorVersion(String text) {
    return text.length() >= 2
        && text.charAt(0) == 'v'
        && text.chars().skip(1).allMatch(Character::isDigit);
  }

  public String path() {
    return path;
  }

  public String name() {
    return name;
  }

  /** Whether what it declares is known; if not, its name is a guess. */
  public boolean isKnown() {
    return isKnown;
  }

  /** What a name stands for. */
  public Optional<Symbol> member(String member) {
    return Optional.ofNullable(members.apply(member));
  }

  @Override
  public String toString() {
    return path;
  }
}
