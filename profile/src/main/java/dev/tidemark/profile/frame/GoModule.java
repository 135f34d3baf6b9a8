package dev.tidemark.profile.frame;

/**
 * A module as a file path names it: {@code github.com/gin-gonic/gin@v1.11.0/context.go} with {@code
 * -trimpath}, {@code …/pkg/mod/github.com/!burnt!sushi/toml@v1.5.0/lex.go} without.
 *
 * @param version empty where the path has none
 */
public record GoModule(String path, String version) {
  public static final GoModule NONE = new GoModule("", "");

  /** The module that a file of the module cache belongs to; {@link #NONE} for any other file. */
  public static GoModule ofFile(String file) {
    int at = versionMark(file);
    if (at < 0) {
      return NONE;
    }
    String root = "/pkg/mod/";
    int cache = file.lastIndexOf(root, at);
    int start = cache < 0 ? 0 : cache + root.length();
    int end = file.indexOf('/', at);
    String version = file.substring(at + 1, end < 0 ? file.length() : end);
    return new GoModule(unescaped(file.substring(start, at)), version);
  }

  /** Where {@code @v…} starts, or −1: other signs "at" in a path are part of its names. */
  static int versionMark(String file) {
    int at = file.indexOf("@v");
    return at > 0 && at + 2 < file.length() && FunctionName.isDigit(file.charAt(at + 2)) ? at : -1;
  }

  /**
   * The module cache writes an upper-case letter as {@code !} and the lower-case one
   * (golang.org/x/mod/module).
   */
  private static String unescaped(String path) {
    if (path.indexOf('!') < 0) {
      return path;
    }
    StringBuilder plain = new StringBuilder(path.length());
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '!' && i + 1 < path.length()) {
        i++;
        plain.append(Character.toUpperCase(path.charAt(i)));
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  public boolean isNone() {
    return path.isEmpty();
  }

  @Override
  public String toString() {
    return version.isEmpty() ? path : path + "@" + version;
  }
}
