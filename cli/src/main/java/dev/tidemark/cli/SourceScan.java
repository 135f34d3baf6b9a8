package dev.tidemark.cli;

import dev.tidemark.config.ScanOptions;
import dev.tidemark.golang.effect.AnalyzedPackage;
import dev.tidemark.golang.module.FileTree;
import dev.tidemark.golang.module.GoVersion;
import dev.tidemark.golang.module.ModuleGraph;
import dev.tidemark.golang.parse.Diagnostic;
import dev.tidemark.golang.program.Program;
import dev.tidemark.report.scan.SourceLines;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.Rules;
import dev.tidemark.scan.ScanReport;
import dev.tidemark.workspace.ApiSummaries;
import dev.tidemark.workspace.DiskFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The packages in and below a folder, ready to be scanned. */
record SourceScan(
    GoModule module,
    Program program,
    List<String> paths,
    SourceLines lines,
    ScanConfig config,
    boolean readsTests) {
  static SourceScan of(String folder, boolean readsTests) throws CommandException {
    return of(folder, readsTests, new ScanConfig(ScanOptions.DEFAULT, Path.of("/")));
  }

  static SourceScan of(String folder, boolean readsTests, ScanConfig config)
      throws CommandException {
    GoModule module = GoModule.in(folder, config.options().largestFile());
    boolean hasTests = readsTests && config.options().readsTests();
    Program program = program(module.files(), module.modules(), module, config, hasTests);
    List<String> paths = program.packages(module.packageFolders());
    return new SourceScan(module, program, paths, lines(module.files()), config, hasTests);
  }

  private static Program program(
      FileTree files, ModuleGraph modules, GoModule module, ScanConfig config, boolean readsTests) {
    return new Program(
        files,
        modules,
        config.options().platform(),
        ApiSummaries.all(System.getenv(), module.files()),
        false,
        readsTests);
  }

  /**
   * Scans the same folder as it is in other files, such as those of a revision, with what is held
   * back elsewhere.
   */
  ScanReport runOn(FileTree files) {
    ModuleGraph modules = ModuleGraph.of(files, GoModule.cache(module.files()), module.folder());
    Program other = program(files, modules, module, config, readsTests);
    List<String> folders = modules.packageFolders(module.folder());
    GoVersion version = modules.main().mod().languageVersion();
    try (ExecutorService pool = Workers.pool()) {
      return new dev.tidemark.scan.Scan(other, Rules.all(), version, config.options().settings())
          .run(module.folder(), other.packages(folders), config::includes, true, pool, _ -> {});
    }
  }

  /** Scans; complains of what could not be looked at as it should. */
  ScanReport run(
      List<Rule> rules,
      Predicate<String> isAsked,
      boolean showsUncertain,
      Consumer<AnalyzedPackage> seen,
      Console console) {
    GoVersion version = module.modules().main().mod().languageVersion();
    Predicate<String> isTold = config::includes;
    WrapperNames names = new WrapperNames(config.options().settings().wrappers());
    Consumer<AnalyzedPackage> namesAndSeen = names::see;
    try (ExecutorService pool = Workers.pool()) {
      ScanReport report =
          new dev.tidemark.scan.Scan(program, rules, version, config.options().settings())
              .run(
                  module.folder(),
                  paths,
                  isTold.and(isAsked),
                  showsUncertain,
                  pool,
                  namesAndSeen.andThen(seen));
      List<String> problems = problems(program, module, report);
      names.missing().forEach(sentence -> console.complain(sentence, "give its full name"));
      problems.forEach(problem -> console.complain(problem, ""));
      return report.withProblems(problems);
    }
  }

  private static List<String> problems(Program program, GoModule module, ScanReport report) {
    List<String> problems = new ArrayList<>();
    for (Program.BrokenFile broken : program.broken()) {
      Diagnostic first = broken.first();
      String more = broken.errors() == 1 ? "" : " (and %,d more)".formatted(broken.errors() - 1);
      problems.add(
          "%s:%d:%d: %s%s; only what parses was looked at"
              .formatted(
                  report.relative(broken.path()),
                  first.line(),
                  first.column(),
                  first.message(),
                  more));
    }
    for (DiskFiles.Unread unread : module.files().unread()) {
      problems.add(report.relative(unread.path()) + ": " + unread.reason());
    }
    return problems;
  }

  /** Each file is read once. */
  static SourceLines lines(FileTree files) {
    Map<String, List<String>> read = new HashMap<>();
    return (file, line) -> {
      List<String> lines =
          read.computeIfAbsent(
              file,
              _ ->
                  files
                      .read(file)
                      .map(bytes -> new String(bytes, StandardCharsets.UTF_8).lines().toList())
                      .orElse(List.of()));
      return line <= lines.size() ? lines.get(line - 1) : "";
    };
  }
}
