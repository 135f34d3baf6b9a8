/** Joins suspects and signals into cases and a verdict. */
module dev.tidemark.diagnose {
  requires static transitive org.jspecify;
  requires transitive dev.tidemark.detect;
  requires transitive dev.tidemark.scan;

  exports dev.tidemark.diagnose;
  exports dev.tidemark.diagnose.code;
  exports dev.tidemark.diagnose.series;
}
