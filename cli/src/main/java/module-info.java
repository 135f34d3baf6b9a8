/** Commands; the only main. */
module dev.tidemark.cli {
  requires static org.jspecify;
  requires dev.tidemark.collect;
  requires dev.tidemark.config;
  requires dev.tidemark.demo;
  requires dev.tidemark.report;
  requires dev.tidemark.workspace;
}
