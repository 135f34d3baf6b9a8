/** Hot paths, measured beside the Go tools that do the same work. */
module dev.tidemark.benchmarks {
  requires static org.jspecify;
  requires dev.tidemark.diagnose;
  requires dev.tidemark.golang;
  requires dev.tidemark.profile;
  requires dev.tidemark.report;
  requires dev.tidemark.workspace;
  requires jdk.management;
  requires jmh.core;
}
