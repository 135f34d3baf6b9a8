package dev.tidemark.golang.module;

/** Paths whose parts are separated by slashes. */
public final class Paths {
  private Paths() {}

  /** A path as seen from a folder, without {@code .} and {@code ..}. */
  public static String resolve(String folder, String path) {
    String whole = path.startsWith("/") ? path : folder + "/" + path;
    java.util.ArrayDeque<String> parts = new java.util.ArrayDeque<>();
    for (String part : whole.split("/")) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return "/" + String.join("/", parts);
  }

  /** Everything before the last slash; empty where there is none. */
  static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
