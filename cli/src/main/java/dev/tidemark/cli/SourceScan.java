package dev.tidemark.cli;

import dev.tidemark.golang.build.Platform;
import dev.tidemark.golang.effect.AnalyzedPackage;
import dev.tidemark.golang.module.GoVersion;
import dev.tidemark.golang.program.Program;
import dev.tidemark.report.scan.SourceLines;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.ScanReport;
import dev.tidemark.scan.cache.EarlierScan;
import dev.tidemark.scan.cache.PackageEntry;
import dev.tidemark.workspace.ApiSummaries;
import dev.tidemark.workspace.DiskFiles;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The packages in and below a folder, ready to be scanned. */
record SourceScan(GoModule module, Program program, List<String> paths, SourceLines lines) {
  static SourceScan of(String folder, boolean readsTests) throws CommandException {
    GoModule module = GoModule.in(folder);
    Program program =
        new Program(
            module.files(),
            module.modules(),
            Platform.linux(),
            ApiSummaries.all(System.getenv(), module.files()),
            false,
            readsTests);
    List<String> paths = program.packages(module.packageFolders());
    return new SourceScan(module, program, paths, lines(module.files()));
  }

  /** Scans all of it again; complains of what could not be looked at as it should. */
  ScanReport run(
      List<Rule> rules,
      Predicate<String> isAsked,
      boolean showsUncertain,
      Consumer<AnalyzedPackage> seen,
      Console console) {
    dev.tidemark.scan.Scan scan = scan(rules);
    try (ExecutorService pool = Workers.pool()) {
      List<PackageEntry> entries =
          scan.entries(paths, EarlierScan.none(Map.of()), this::bytes, pool, seen);
      return complete(
          scan.report(module.folder(), entries, isAsked, showsUncertain), entries, console);
    }
  }

  /**
   * Scans what has changed since the last time, which gives the same as to scan all of it.
   *
   * @param options whatever findings depend on beside the source and the rules
   */
  ScanReport again(
      List<Rule> rules,
      String options,
      Predicate<String> isAsked,
      boolean showsUncertain,
      Console console) {
    dev.tidemark.scan.Scan scan = scan(rules);
    try (ExecutorService pool = Workers.pool()) {
      ScanCache cache = ScanCache.of(module, paths, scan.infos(), options, pool);
      EarlierScan earlier = cache.earlier();
      List<PackageEntry> entries = scan.entries(paths, earlier, this::bytes, pool, _ -> {});
      cache.keep(entries, earlier);
      return complete(
          scan.report(module.folder(), entries, isAsked, showsUncertain), entries, console);
    }
  }

  private dev.tidemark.scan.Scan scan(List<Rule> rules) {
    GoVersion version = module.modules().main().mod().languageVersion();
    return new dev.tidemark.scan.Scan(program, rules, version);
  }

  private byte[] bytes(String file) {
    return module.files().read(file).orElse(new byte[0]);
  }

  private ScanReport complete(ScanReport report, List<PackageEntry> entries, Console console) {
    Set<String> problems = new LinkedHashSet<>();
    entries.stream()
        .flatMap(entry -> entry.broken().stream())
        .sorted(Comparator.comparing(PackageEntry.Broken::file))
        .forEach(broken ->
            problems.add(
                report.relative(broken.file())
                    + ":"
                    + broken.message()
                    + "; only what parses was looked at"));
    for (DiskFiles.Unread unread : module.files().unread()) {
      problems.add(report.relative(unread.path()) + ": " + unread.reason());
    }
    problems.forEach(problem -> console.complain(problem, ""));
    return report.withProblems(List.copyOf(problems));
  }

  /** Each file is read once. */
  private static SourceLines lines(DiskFiles files) {
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
