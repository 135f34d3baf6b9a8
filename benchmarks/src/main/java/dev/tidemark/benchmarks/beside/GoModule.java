package dev.tidemark.benchmarks.beside;

import dev.tidemark.golang.build.Platform;
import dev.tidemark.golang.check.SourcePackage;
import dev.tidemark.golang.module.ModuleCache;
import dev.tidemark.golang.module.ModuleGraph;
import dev.tidemark.golang.program.Program;
import dev.tidemark.golang.syntax.Decl;
import dev.tidemark.workspace.ApiSummaries;
import dev.tidemark.workspace.DiskFiles;
import java.util.List;
import java.util.Map;

/** A module of which only the own source is read: API summaries tell of its dependencies. */
record GoModule(Program program, List<String> packages) {
  static GoModule in(String folder) {
    DiskFiles files = new DiskFiles();
    Program program =
        new Program(
            files,
            ModuleGraph.of(files, ModuleCache.none(files), folder),
            Platform.linux(),
            ApiSummaries.all(Map.of(), files),
            false);
    return new GoModule(program, program.packages(folder));
  }

  /** How many expressions have a type, when all have been looked at. */
  long types() {
    long expressions = 0;
    for (String path : packages) {
      expressions += program.source(path).map(GoModule::types).orElse(0L);
    }
    return expressions;
  }

  static long types(SourcePackage source) {
    long[] expressions = new long[1];
    for (SourcePackage.TypedFile file : source.files()) {
      file.info().forEachType((_, _) -> expressions[0]++);
      for (Decl.FuncDecl function : file.functions()) {
        source.body(function).forEachType((_, _) -> expressions[0]++);
      }
    }
    return expressions[0];
  }
}
