package dev.tidemark.cli;

import dev.tidemark.golang.check.SourcePackage;
import dev.tidemark.golang.module.Location;
import dev.tidemark.golang.program.ApiCollector;
import dev.tidemark.golang.program.Program;
import dev.tidemark.workspace.ApiSummaries;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code tidemark golang summarize}: writes the API of what a module imports; of the standard
 * library itself and of a module without imports, its own.
 */
final class GolangSummarize {
  /** Folders of modules that nobody imports from. */
  private static final Pattern NO_API =
      Pattern.compile("/(examples?|_examples|testdata|benchmarks?|fuzz|scripts|tools)/");

  private GolangSummarize() {}

  /**
   * @param isWhole whether all packages of the modules that are required directly are written,
   *     rather than those that are imported
   */
  static ExitCode run(
      GoModule module, boolean isWhole, String output, boolean isJson, Console console)
      throws CommandException {
    Program program = module.program(true);
    String main = module.modules().main().mod().module();
    List<String> own = program.packages(module.folder());
    boolean isStandard = main.equals("std");
    ApiCollector collector =
        new ApiCollector(program, path -> isStandard ? isPart(path) : isDependency(module, path));
    collector.add(
        isStandard
            ? published(own)
            : isWhole ? published(module.modules().required()) : imports(module, program, own));
    if (collector.written().isEmpty()) {
      throw new CommandException(
          "nothing that " + main + " imports is in the module cache or vendored",
          "`go mod download` in its folder brings it");
    }
    Path file = output.isEmpty() ? ownFile(main) : Path.of(output);
    write(file, collector.toBytes(isStandard ? goVersion(module) : main));
    if (isJson) {
      json(file, collector, console.out());
    } else {
      console.out().printf("%s: %,d packages%n", file, collector.written().size());
    }
    for (String path : collector.missing()) {
      console.complain("no source of " + path, "");
    }
    return ExitCode.OK;
  }

  private static void json(Path file, ApiCollector collector, PrintStream out) {
    out.println("{");
    out.println("  \"schema\": \"tidemark-golang-summarize/1\",");
    out.println("  \"file\": " + Json.quote(file.toString()) + ",");
    out.println("  \"packages\": " + list(collector.written()) + ",");
    out.println("  \"missing\": " + list(collector.missing()));
    out.println("}");
  }

  private static String list(Collection<String> texts) {
    return texts.stream().sorted().map(Json::quote).collect(Collectors.joining(", ", "[", "]"));
  }

  /** From the file beside the sources, such as {@code go1.26.8}. */
  private static String goVersion(GoModule module) {
    return module
        .files()
        .read(Path.of(module.modules().main().folder()).resolveSibling("VERSION").toString())
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).lines().findFirst().orElse("go"))
        .orElse("go");
  }

  private static boolean isPart(String path) {
    return !path.startsWith("cmd/");
  }

  private static List<String> published(List<String> paths) {
    return paths.stream()
        .filter(path -> !("/" + path + "/").contains("/internal/") && isPart(path))
        .filter(path -> !NO_API.matcher("/" + path + "/").find())
        .filter(path -> !path.startsWith("vendor/"))
        .toList();
  }

  private static boolean isDependency(GoModule module, String path) {
    return module.modules().locate(path) instanceof Location.InDependency;
  }

  private static Set<String> imports(GoModule module, Program program, List<String> own) {
    Set<String> paths = new LinkedHashSet<>();
    for (String path : own) {
      for (String imported : program.source(path).map(SourcePackage::imports).orElse(List.of())) {
        if (isDependency(module, imported)) {
          paths.add(imported);
        }
      }
    }
    return paths;
  }

  private static Path ownFile(String main) {
    return ApiSummaries.ownFolder(System.getenv())
        .resolve(main.replace('/', '_') + ApiSummaries.SUFFIX);
  }

  private static void write(Path file, byte[] bytes) throws CommandException {
    try {
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, "summary", ".part");
      Files.write(part, bytes);
      Files.move(part, file.toAbsolutePath(), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      throw new CommandException(
          file + " can't be written: " + unwritable.getMessage(), "give another with --output");
    }
  }
}
