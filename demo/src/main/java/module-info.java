/** Recorded runs of a leaking service and its fixed twin, served over loopback HTTP. */
module dev.tidemark.demo {
  requires static transitive org.jspecify;
  requires transitive dev.tidemark.collect;
  requires jdk.httpserver;

  exports dev.tidemark.demo;
}
