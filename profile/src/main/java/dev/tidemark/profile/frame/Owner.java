package dev.tidemark.profile.frame;

/** Whose code a frame is. */
public enum Owner {
  /** The Go runtime, its assembly and what the compiler makes for it. */
  RUNTIME,
  STANDARD_LIBRARY,
  /** A module the service depends on, or C code linked into it. */
  THIRD_PARTY,
  /** The service's own code: where a site may be. */
  SERVICE
}
