package dev.tidemark.config;

import java.util.regex.Pattern;

/**
 * Full names of Go functions, as Go writes them ({@code example.com/shop/db.Open}, {@code
 * example.com/shop/db.(*Conn).Close}, {@code (*example.com/shop/db.Conn).Close}) or without the
 * star.
 */
final class GoName {
  private static final String NAME = "[^\\s./()*\\[\\]]+";
  private static final String TYPE = NAME + "(\\[[^()]*\\])?";
  private static final String PATH = "[^\\s()*\\[\\]]*[^\\s()*./\\[\\]]";

  /** What a name may be. */
  static final String SYNTAX =
      "^(\\(\\*?%2$s\\.%3$s\\)\\.%1$s|%2$s\\.\\(\\*?%3$s\\)\\.%1$s|%2$s(\\.%3$s)?\\.%1$s)$"
          .formatted(NAME, PATH, TYPE);

  private static final Pattern ARGUMENTS = Pattern.compile("\\[[^()]*\\]");

  private GoName() {}

  /** As the front end writes it: without parentheses, stars and type arguments. */
  static String qualified(String name) {
    return ARGUMENTS.matcher(name).replaceAll("").replaceAll("[()*]", "");
  }
}
