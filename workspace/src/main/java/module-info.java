/** Go source on disk: files and modules, and what is shipped of packages that are not there. */
module dev.tidemark.workspace {
  requires static transitive org.jspecify;
  requires transitive dev.tidemark.golang;
  requires org.eclipse.jgit;

  exports dev.tidemark.workspace;
  exports dev.tidemark.workspace.git;
}
