/** Recorded runs of a leaking service, served over loopback HTTP. */
module dev.tidemark.demo {
  requires static transitive org.jspecify;
  requires transitive dev.tidemark.collect;
  requires transitive dev.tidemark.report;
}
