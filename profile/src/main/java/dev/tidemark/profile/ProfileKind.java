package dev.tidemark.profile;

/** What a Go process says a profile is, told by its value types. */
public enum ProfileKind {
  HEAP("heap"),
  /** The same samples as {@link #HEAP}, shown by what was allocated since the start. */
  ALLOCS("allocs"),
  GOROUTINE("goroutine"),
  GOROUTINE_LEAK("goroutineleak"),
  CPU("cpu"),
  BLOCK("block"),
  MUTEX("mutex"),
  THREAD_CREATE("threadcreate"),
  CUSTOM("custom");

  private final String word;

  ProfileKind(String word) {
    this.word = word;
  }

  /** The name under {@code /debug/pprof/}. */
  public String word() {
    return word;
  }

  /** Whether its values are memory, which only profiles of these kinds are compared by. */
  public boolean isHeap() {
    return this == HEAP || this == ALLOCS;
  }
}
