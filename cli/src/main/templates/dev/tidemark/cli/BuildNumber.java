package dev.tidemark.cli;

/** The reactor's version. A constant, for a resource would cost every `--version` the opening of a jar: 10 ms. */
final class BuildNumber {
  static final String TEXT = "${project.version}";

  private BuildNumber() {}
}
