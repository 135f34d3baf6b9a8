package dev.tidemark.golang.build;

import java.util.List;

/** What the name of a file says of the builds it belongs to. */
public final class FileName {
  private FileName() {}

  public static boolean isTest(String name) {
    return name.endsWith("_test.go");
  }

  /** Files whose name begins so belong to no build. */
  public static boolean isIgnored(String name) {
    return name.startsWith("_") || name.startsWith(".") || !name.endsWith(".go");
  }

  /**
   * Whether {@code name_linux.go}, {@code name_amd64_test.go} or {@code name_linux_amd64.go} is for
   * a platform. What stands before the first underscore is never a platform, so {@code linux.go} is
   * for all.
   */
  public static boolean isFor(String name, Platform platform) {
    int dot = name.indexOf('.');
    String base = dot < 0 ? name : name.substring(0, dot);
    int underscore = base.indexOf('_');
    if (underscore < 0) {
      return true;
    }
    List<String> parts = List.of(base.substring(underscore).split("_", -1));
    if (parts.getLast().equals("test")) {
      parts = parts.subList(0, parts.size() - 1);
    }
    int count = parts.size();
    if (count == 0) {
      return true;
    }
    String last = parts.get(count - 1);
    if (count >= 2
        && Platform.KNOWN_OS.contains(parts.get(count - 2))
        && Platform.KNOWN_ARCH.contains(last)) {
      return platform.has(last) && platform.has(parts.get(count - 2));
    }
    boolean isPlatform = Platform.KNOWN_OS.contains(last) || Platform.KNOWN_ARCH.contains(last);
    return !isPlatform || platform.has(last);
  }
}
