/** Statistics over runs and series: what grows, and how surely. */
module dev.tidemark.detect {
  requires static transitive org.jspecify;
  requires transitive dev.tidemark.profile;
  requires transitive dev.tidemark.series;

  exports dev.tidemark.detect;
  exports dev.tidemark.detect.memory;
  exports dev.tidemark.detect.stream;
}
