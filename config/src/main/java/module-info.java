/** {@code tidemark.yaml}. */
module dev.tidemark.config {
  requires static transitive org.jspecify;
  requires transitive dev.tidemark.scan;
  requires org.snakeyaml.engine;

  exports dev.tidemark.config;
}
