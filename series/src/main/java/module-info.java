/** Exposition formats and time series as values. */
module dev.tidemark.series {
  requires static transitive org.jspecify;
}
