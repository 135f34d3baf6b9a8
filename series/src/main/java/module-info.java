/** Exposition formats and time series as values. */
module dev.tidemark.series {
  requires static transitive org.jspecify;

  exports dev.tidemark.series;
  exports dev.tidemark.series.csv;
  exports dev.tidemark.series.exposition;
}
