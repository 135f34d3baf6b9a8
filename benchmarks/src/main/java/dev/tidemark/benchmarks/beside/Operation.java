package dev.tidemark.benchmarks.beside;

/** Work that is done over and over in this JVM. */
interface Operation {
  /** Does it once, and gives something that depends on all of the result. */
  long run() throws Exception;
}
