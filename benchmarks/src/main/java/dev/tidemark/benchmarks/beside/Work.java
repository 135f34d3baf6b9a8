package dev.tidemark.benchmarks.beside;

import java.util.List;

/** Work that we do and, mostly, a peer does too. */
interface Work {
  /** By which {@code --only} chooses it. */
  String name();

  List<Row> measure(Bench bench) throws Exception;
}
