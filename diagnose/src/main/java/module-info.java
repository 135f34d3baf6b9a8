/** Joins suspects and signals into cases and a verdict. */
module dev.tidemark.diagnose {
  requires static transitive org.jspecify;
  requires transitive dev.tidemark.detect;

  exports dev.tidemark.diagnose;
  exports dev.tidemark.diagnose.series;
}
