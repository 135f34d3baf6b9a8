package dev.tidemark.profile.frame;

/** Whose code a frame is. */
public sealed interface Owner {
  /** The Go runtime: scheduler, collector, maps and channels. */
  record Runtime() implements Owner {}

  record StandardLibrary() implements Owner {}

  /**
   * A module the service depends on.
   *
   * @param module its path; empty where the file does not tell
   * @param version such as {@code v1.11.0}; empty where the file does not tell
   */
  record ThirdParty(String module, String version) implements Owner {}

  /** The service's own code. */
  record Service() implements Owner {}
}
