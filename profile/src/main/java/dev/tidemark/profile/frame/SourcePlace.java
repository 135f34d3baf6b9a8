package dev.tidemark.profile.frame;

/** Where a source file lies, as far as its path tells. */
enum SourcePlace {
  /** A dependency: in the module cache, or with a version in its path ({@code -trimpath}). */
  MODULE_CACHE,
  /** A dependency copied into the service's tree, or fetched by Bazel. */
  VENDORED,
  /** No path, or one that the compiler or cgo made up. */
  UNKNOWN,
  ELSEWHERE;

  static SourcePlace of(String file) {
    if (file.isEmpty() || file.startsWith("<") || isGenerated(file)) {
      return UNKNOWN;
    }
    if (GoModule.versionMark(file) > 0 || file.contains("/pkg/mod/")) {
      return MODULE_CACHE;
    }
    boolean vendored =
        file.contains("/vendor/")
            || file.startsWith("vendor/")
            || file.startsWith("external/")
            || file.contains("/external/");
    return vendored ? VENDORED : ELSEWHERE;
  }

  private static boolean isGenerated(String file) {
    return file.startsWith("_cgo_") || file.startsWith("_testmain") || file.startsWith("cgo-");
  }
}
