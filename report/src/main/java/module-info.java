/** Every rendering of a report. */
module dev.tidemark.report {
  requires static transitive org.jspecify;
  requires transitive dev.tidemark.diagnose;
  requires transitive dev.tidemark.scan;
  requires tools.jackson.core;

  exports dev.tidemark.report;
  exports dev.tidemark.report.html;
  exports dev.tidemark.report.scan;
}
