package dev.tidemark.cli;

import dev.tidemark.report.Style;
import dev.tidemark.report.html.ScanPage;
import dev.tidemark.report.scan.Baseline;
import dev.tidemark.report.scan.Checkstyle;
import dev.tidemark.report.scan.GithubAnnotations;
import dev.tidemark.report.scan.GitlabCodeQuality;
import dev.tidemark.report.scan.JUnit;
import dev.tidemark.report.scan.OtherFindings;
import dev.tidemark.report.scan.Sarif;
import dev.tidemark.report.scan.SarifReport;
import dev.tidemark.report.scan.ScanJson;
import dev.tidemark.report.scan.ScanText;
import dev.tidemark.scan.Finding;
import dev.tidemark.scan.Rules;
import dev.tidemark.scan.ScanReport;
import dev.tidemark.scan.mend.Edit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code tidemark scan}: leak-prone Go code. */
final class Scan implements Command {
  private static final List<String> FORMATS =
      List.of("text", "json", "sarif", "html", "github", "gitlab", "checkstyle", "junit");

  @Override
  public Syntax syntax() {
    return Syntax.of(
            "scan",
            "finds Go code that leaks or lets memory grow, with the path that leads there and the"
                + " change that ends it. Needs no Go, no build and no downloaded dependencies."
                + " Exit code 1 if anything of class leak is found.")
        .operand(
            "PATH", 0, Integer.MAX_VALUE, "a folder of a module or Go files (the current folder)")
        .choice("--format", FORMATS, "how to say it (text)")
        .option("--output", "FILE", "where to (standard output)")
        .option(
            "--explain",
            "FUNCTION",
            "print what calling a function does, what it calls and who calls it, instead of findings")
        .option("--baseline", "FILE", "only what an earlier --format json report has not")
        .option("--config", "FILE", "what to read in place of the folder's tidemark.yaml")
        .option("--new-from", "REV", "only what is new against a git revision")
        .option(
            "--new-from-merge-base", "REV", "the same against the commit at which HEAD left REV")
        .repeatable(
            "--with", "FILE", "join what another tool has found, as SARIF; any number of times")
        .flag("--fix", "mend what can be mended safely, and say what is left and why")
        .flag("--diff", "print what --fix would change as a patch, and change nothing")
        .flag("--no-tests", "leave out test files")
        .flag("--no-cache", "look at all of it again, and keep nothing for the next time")
        .flag("--show-uncertain", "show findings that rest on types that are not known")
        .example("tidemark scan", "the module around the current folder")
        .example("tidemark scan ./internal --format sarif --output leaks.sarif", "for a code host")
        .example("tidemark scan --format html --output leaks.html", "a page to look at")
        .example("tidemark scan --baseline known.json", "only what is new: to adopt on old code")
        .example("tidemark scan --new-from-merge-base origin/main", "only what a branch brings")
        .example("tidemark scan --with golangci.sarif", "one report of both, nothing told twice")
        .example("tidemark scan --diff", "see what --fix would do; `git apply` takes it")
        .example("tidemark scan --fix", "put in the `defer`s that are missing, and the like")
        .example("tidemark scan --explain Close", "what a rule knows of functions named Close")
        .build();
  }

  @Override
  public ExitCode run(Arguments arguments, Console console) throws CommandException {
    Asked asked = Asked.of(arguments.operands());
    Mending mending = Mending.of(arguments);
    ScanConfig config = ScanConfig.of(arguments.value("--config", ""), asked.folder, console);
    SourceScan source = SourceScan.of(asked.folder, !arguments.has("--no-tests"), config);
    String function = arguments.value("--explain", "");
    if (!function.isEmpty()) {
      return new FunctionExplanation(function, source).print(console);
    }
    List<SarifReport> read = SarifFiles.read(arguments.values("--with"), source.module().folder());
    SourceScan.Scanned scanned =
        source.again(
            Rules.all(),
            !arguments.has("--no-cache"),
            asked::includes,
            arguments.has("--show-uncertain"),
            console);
    ScanReport report =
        EarlierScan.of(arguments, source, scanned.entries())
            .newIn(scanned.report(), source.lines());
    String baseline = arguments.value("--baseline", "");
    if (!baseline.isEmpty()) {
      report = baseline(baseline).without(report);
    }
    Destination destination = new Destination(arguments, console);
    Style style = console.hasColour() && !destination.isFile() ? Style.ANSI : Style.PLAIN;
    if (mending != Mending.NONE) {
      Mends mends = Mends.of(report, source, scanned.entries());
      ScanReport left = mending.mend(report, mends, destination, style, console);
      return left.functions() == 0 && !left.problems().isEmpty()
          ? ExitCode.UNUSABLE
          : config.fails(left) ? ExitCode.FOUND : ExitCode.OK;
    }
    OtherFindings others = OtherFindings.of(report, read);
    String format = arguments.value("--format", "text");
    Map<Finding, List<Edit>> edits =
        format.equals("json") || format.equals("sarif")
            ? Mends.of(report, source, scanned.entries()).edits()
            : Map.of();
    destination.write(
        switch (format) {
          case "json" -> ScanJson.of(report, others, edits);
          case "sarif" ->
              Sarif.of(report, others, source.lines(), Version.current().number(), edits);
          case "html" -> ScanPage.of(report, others, source.lines());
          case "github" -> GithubAnnotations.of(report, others);
          case "gitlab" -> GitlabCodeQuality.of(report, others, source.lines());
          case "checkstyle" -> Checkstyle.of(report, others);
          case "junit" -> JUnit.of(report, others, config.options().failing());
          default -> ScanText.of(report, others, source.lines(), style);
        });
    if (report.functions() == 0 && !report.problems().isEmpty()) {
      return ExitCode.UNUSABLE;
    }
    return config.fails(report) ? ExitCode.FOUND : ExitCode.OK;
  }

  /** What is asked for: a folder, and files if not all of it. */
  private record Asked(String folder, Set<String> files) {
    static Asked of(List<String> words) throws CommandException {
      if (words.isEmpty()) {
        return new Asked(".", Set.of());
      }
      if (words.size() == 1 && !words.getFirst().endsWith(".go")) {
        return new Asked(words.getFirst(), Set.of());
      }
      Set<String> files = new HashSet<>();
      String folder = "";
      for (String word : words) {
        Path file = Path.of(word).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
          throw new CommandException(
              word + (Files.exists(file) ? " is no file" : " does not exist"),
              "give one folder, or files of one folder");
        }
        String parent = String.valueOf(file.getParent());
        if (!folder.isEmpty() && !folder.equals(parent)) {
          throw new CommandException(
              word + " is of another folder than the files before it",
              "give one folder, or files of one folder");
        }
        folder = parent;
        files.add(String.valueOf(file.getFileName()));
      }
      return new Asked(folder, files);
    }

    boolean includes(String file) {
      return files.isEmpty() || files.contains(file.substring(file.lastIndexOf('/') + 1));
    }
  }

  private static Baseline baseline(String file) throws CommandException {
    String why;
    try {
      return Baseline.of(Files.readAllBytes(Path.of(file)));
    } catch (Baseline.Unusable e) {
      why = String.valueOf(e.getMessage());
    } catch (IOException e) {
      why = Files.exists(Path.of(file)) ? "can't be read" : "does not exist";
    }
    throw new CommandException(
        file + " " + why, "`tidemark scan --format json --output FILE` writes one");
  }
}
