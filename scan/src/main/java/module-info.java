/** Leak rules over Go source. */
module dev.tidemark.scan {
  requires static transitive org.jspecify;
  requires transitive dev.tidemark.golang;

  exports dev.tidemark.scan;
  exports dev.tidemark.scan.cache;
  exports dev.tidemark.scan.mend;
}
