/** A front end for Go source: bytes in, syntax trees and diagnostics out. */
module dev.tidemark.golang {
  requires static transitive org.jspecify;

  exports dev.tidemark.golang.build;
  exports dev.tidemark.golang.calls;
  exports dev.tidemark.golang.check;
  exports dev.tidemark.golang.constant;
  exports dev.tidemark.golang.effect;
  exports dev.tidemark.golang.flow;
  exports dev.tidemark.golang.hierarchy;
  exports dev.tidemark.golang.types;
  exports dev.tidemark.golang.module;
  exports dev.tidemark.golang.program;
  exports dev.tidemark.golang.ssa;
  exports dev.tidemark.golang.summary;
  exports dev.tidemark.golang.syntax;
  exports dev.tidemark.golang.parse;
}
