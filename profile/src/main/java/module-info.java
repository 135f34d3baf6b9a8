/**
 * Go profiles as values: every form a Go process gives them in, read, merged, compared and written.
 */
module dev.tidemark.profile {
  requires static transitive org.jspecify;

  exports dev.tidemark.profile;
  exports dev.tidemark.profile.filter;
  exports dev.tidemark.profile.flame;
  exports dev.tidemark.profile.pprof;
  exports dev.tidemark.profile.table;
}
