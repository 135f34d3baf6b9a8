/** Targets and runs: reading captures from files and live processes. */
module dev.tidemark.collect {
  requires static transitive org.jspecify;
  requires transitive dev.tidemark.diagnose;
  requires java.net.http;

  exports dev.tidemark.collect;
  exports dev.tidemark.collect.live;
  exports dev.tidemark.collect.series;
}
