package dev.tidemark.cli;

import dev.tidemark.golang.build.Directive;
import dev.tidemark.golang.build.Platform;
import dev.tidemark.golang.module.PackageFolder;
import dev.tidemark.golang.parse.Diagnostic;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@code tidemark golang stats}: how much source there is, and what of it does not parse. */
final class GolangStats {
  private static final Set<String> COUNTED = Set.of("embed", "linkname", "generate", "debug");

  private final GoModule module;
  private final List<String> errors = new ArrayList<>();
  private final List<PackageFolder.Ignored> ignored = new ArrayList<>();
  private long files;
  private long tests;
  private long generated;
  private long bytes;
  private long lines;
  private long packages;

  /** How often each directive is used that makes a file more than its text. */
  private final Map<String, Integer> directives = new TreeMap<>();

  private GolangStats(GoModule module) {
    this.module = module;
  }

  static ExitCode run(GoModule module, boolean isJson, Console console) throws CommandException {
    GolangStats stats = new GolangStats(module);
    List<String> folders = module.packageFolders();
    long started = System.nanoTime();
    Workers.inOrder(
        folders,
        folder -> PackageFolder.read(module.files(), folder, Platform.linux(), true),
        stats::add);
    double seconds = (System.nanoTime() - started) / 1e9;
    if (isJson) {
      stats.json(console.out(), seconds);
    } else {
      stats.text(console.out(), seconds);
    }
    return stats.errors.isEmpty() ? ExitCode.OK : ExitCode.FOUND;
  }

  private void add(PackageFolder folder) {
    packages += folder.files().isEmpty() ? 0 : 1;
    folder.files().forEach(this::add);
    folder.tests().forEach(this::test);
    folder.externalTests().forEach(this::test);
    ignored.addAll(folder.ignored());
  }

  private void test(PackageFolder.GoFile file) {
    tests++;
    add(file);
  }

  private void add(PackageFolder.GoFile file) {
    files++;
    generated += file.isGenerated() ? 1 : 0;
    bytes += file.size();
    lines += file.parsed().file().lines().count();
    for (Directive directive : Directive.of(file.parsed().file())) {
      if (COUNTED.contains(directive.word())) {
        directives.merge(directive.word(), 1, Integer::sum);
      }
    }
    for (Diagnostic wrong : file.parsed().diagnostics()) {
      errors.add(
          relative(file.path())
              + ":"
              + wrong.line()
              + ":"
              + wrong.column()
              + ": "
              + wrong.message());
    }
  }

  private String relative(String path) {
    String root = module.folder() + "/";
    return path.startsWith(root) ? path.substring(root.length()) : path;
  }

  private double megabytesPerSecond(double seconds) {
    return bytes / 1e6 / Math.max(seconds, 1e-9);
  }

  private void text(PrintStream out, double seconds) {
    errors.forEach(out::println);
    out.printf(
        "%,d files of %,d packages, %,d of them tests, %,d generated; %,d not built for"
            + " linux/amd64%n",
        files, packages, tests, generated, ignored.size());
    out.printf(
        "%.1f MB in %,d lines, read and parsed at %.0f MB/s%n",
        bytes / 1e6, lines, megabytesPerSecond(seconds));
    if (!directives.isEmpty()) {
      List<String> counts = new ArrayList<>();
      directives.forEach((word, count) -> counts.add("%,d go:%s".formatted(count, word)));
      out.println(String.join(", ", counts));
    }
    out.println(errors.isEmpty() ? "no syntax errors" : errors.size() + " syntax errors");
  }

  private void json(PrintStream out, double seconds) {
    out.println("{");
    out.println("  \"schema\": \"tidemark-golang-stats/1\",");
    out.printf("  \"files\": %d,%n", files);
    out.printf("  \"packages\": %d,%n", packages);
    out.printf("  \"tests\": %d,%n", tests);
    out.printf("  \"generated\": %d,%n", generated);
    out.printf("  \"bytes\": %d,%n", bytes);
    out.printf("  \"lines\": %d,%n", lines);
    out.printf("  \"megabytesPerSecond\": %.1f,%n", megabytesPerSecond(seconds));
    List<String> counts = new ArrayList<>();
    directives.forEach((word, count) -> counts.add(Json.quote(word) + ": " + count));
    out.println("  \"directives\": {" + String.join(", ", counts) + "},");
    out.print("  \"ignored\": [");
    for (int i = 0; i < ignored.size(); i++) {
      out.print(i == 0 ? "\n" : ",\n");
      out.print("    {\"file\": " + Json.quote(relative(ignored.get(i).path())));
      out.print(", \"reason\": " + Json.quote(ignored.get(i).reason()) + "}");
    }
    out.println(ignored.isEmpty() ? "]," : "\n  ],");
    out.print("  \"errors\": [");
    for (int i = 0; i < errors.size(); i++) {
      out.print((i == 0 ? "\n    " : ",\n    ") + Json.quote(errors.get(i)));
    }
    out.println(errors.isEmpty() ? "]" : "\n  ]");
    out.println("}");
  }
}
