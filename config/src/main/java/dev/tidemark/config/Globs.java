package dev.tidemark.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Patterns of paths. {@code *} and {@code ?} stand for what is between slashes, {@code **} for any
 * folders. One without a slash is of a file or folder anywhere, one with a slash of a path from the
 * top; what is below a folder that matches, matches.
 */
public final class Globs {
  /** What a pattern may be. */
  static final String SYNTAX = "^(?!/)(?!.*(^|/)\\.\\.?(/|$))[^\\\\!\\[\\]{}]{1,300}$";

  public static final Globs NONE = new Globs(List.of());

  private final List<Pattern> patterns = new ArrayList<>();

  /**
   * @param globs each as {@link #SYNTAX} has it
   */
  public Globs(List<String> globs) {
    globs.forEach(glob -> patterns.add(Pattern.compile(regex(glob))));
  }

  /**
   * @param path from the top, with slashes
   */
  public boolean match(String path) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches());
  }

  private static String regex(String glob) {
    String trimmed = glob.endsWith("/") ? glob.substring(0, glob.length() - 1) : glob;
    StringBuilder regex = new StringBuilder(trimmed.contains("/") ? "" : "(?:[^/]+/)*");
    int at = 0;
    while (at < trimmed.length()) {
      if (trimmed.startsWith("**/", at)) {
        regex.append("(?:[^/]+/)*");
        at += 3;
      } else if (trimmed.startsWith("**", at)) {
        regex.append(".*");
        at += 2;
      } else {
        char c = trimmed.charAt(at++);
        regex.append(
            switch (c) {
              case '*' -> "[^/]*";
              case '?' -> "[^/]";
              default -> Pattern.quote(String.valueOf(c));
            });
      }
    }
    return regex.append("(?:/.*)?").toString();
  }
}
