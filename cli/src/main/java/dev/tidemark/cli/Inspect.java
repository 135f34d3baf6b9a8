package dev.tidemark.cli;

import dev.tidemark.collect.EvidenceBuilder;
import dev.tidemark.collect.FileSources;
import dev.tidemark.collect.Unusable;
import dev.tidemark.detect.Sites;
import dev.tidemark.diagnose.Diagnosis;
import dev.tidemark.diagnose.Report;
import dev.tidemark.diagnose.code.CodeJoin;
import dev.tidemark.profile.Limits;
import dev.tidemark.profile.Profile;
import dev.tidemark.profile.frame.FrameOwners;
import dev.tidemark.scan.Rules;
import dev.tidemark.scan.ScanReport;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** {@code tidemark inspect}: what grows in a process, and whether it is a leak. */
final class Inspect implements Command {
  @Override
  public Syntax syntax() {
    Syntax.Builder syntax =
        Syntax.of(
                "inspect",
                "reads profiles and metrics of Go processes, from files or live, and says what"
                    + " grows, how fast, at which line, and whether it is a leak. Ends with 0 if"
                    + " nothing needs action, 1 for a leak, 3 if it can't tell yet.")
            .operand(
                "SOURCE",
                1,
                Integer.MAX_VALUE,
                "files, directories (a run: captures of one process; sub-directories are other"
                    + " processes), - for standard input, http(s)://host:port of a live one, or"
                    + " a CSV of memory series")
            .choice("--format", ReportOutput.FORMATS, "how to say it (text)")
            .option("--output", "FILE", "write there instead of standard output")
            .option("--source", "DIR", "the service's Go source: says which line keeps it, and why")
            .option("--service", "PREFIX", "package path of the service's own code")
            .repeatable("--path", "REGEX", "tell growth along stacks with such a function too");
    LiveOptions.addTo(syntax);
    return ProfileOptions.addTo(syntax)
        .example("tidemark inspect http://127.0.0.1:6060 --for 5m", "watch a live service")
        .example("tidemark inspect run/", "a directory of captures")
        .example("tidemark inspect run/ --source ~/shop", "the same, joined with the code")
        .example("tidemark inspect heap1.pb.gz heap2.pb.gz goroutines.txt", "files of one process")
        .example("tidemark inspect run/ --format html --output report.html", "a page to look at")
        .example("kubectl logs shop | tidemark inspect -", "a goroutine dump in a log")
        .example("tidemark inspect memory.csv --format jsonl", "a verdict for each of many series")
        .example(
            "tidemark inspect run/ --format pprof --output growth.pb.gz",
            "what grew, for go tool pprof")
        .build();
  }

  @Override
  public ExitCode run(Arguments arguments, Console console) throws CommandException {
    LiveOptions.checkUse(arguments);
    InputStream standardInput = new BufferedInputStream(console.in(), 64 << 10);
    SeriesRun series = new SeriesRun(arguments, console, standardInput);
    if (series.isMeant()) {
      return series.run();
    }
    if (arguments.value("--format", "text").equals("jsonl")) {
      throw new CommandException(
          "--format jsonl is a line for each memory series, and this is none",
          "ask for text, json, markdown, collapsed or pprof");
    }
    String folder = arguments.value("--source", "");
    // What is wrong with it is to be known before a process is watched.
    Optional<ScanConfig> config =
        folder.isEmpty() ? Optional.empty() : Optional.of(ScanConfig.of("", folder, console));
    Limits limits = Limits.forHeap(Runtime.getRuntime().maxMemory());
    UnaryOperator<Profile> filter = ProfileOptions.filter(arguments);
    List<String> files = new ArrayList<>();
    List<String> addresses = new ArrayList<>();
    for (String source : arguments.operands()) {
      (LiveOptions.isAddress(source) ? addresses : files).add(source);
    }
    Map<String, EvidenceBuilder> processes;
    try {
      processes =
          new FileSources(limits, () -> new EvidenceBuilder(limits, filter))
              .read(files, standardInput);
    } catch (Unusable e) {
      throw new CommandException(String.valueOf(e.getMessage()), "");
    }
    processes.putAll(LiveOptions.watch(addresses, arguments, filter, limits, console));
    if (ProfileOptions.isUsed(arguments)) {
      for (EvidenceBuilder process : processes.values()) {
        process.addNote(
            "filtered",
            "only what the filters leave of profiles and goroutine dumps is judged; metrics are of the whole");
      }
    }
    ReadSources.complain(processes, console);
    ProfileOptions.checkMatch(arguments, processes.values());
    FrameOwners owners = FrameOwners.forMainModule(arguments.value("--service", ""));
    Diagnosis diagnosis = new Diagnosis(new Sites(owners), ProfileOptions.paths(arguments));
    List<Report> reports = new ArrayList<>();
    processes.forEach((name, process) -> reports.add(diagnosis.report(process.evidence(name))));
    if (config.isPresent()) {
      SourceScan source = SourceScan.of(folder, false, config.get());
      ScanReport scanned = source.run(Rules.all(), _ -> true, false, _ -> {}, console);
      reports.replaceAll(new CodeJoin(scanned, source.lines()::line)::join);
    }
    new ReportOutput(new Destination(arguments, console), owners, console)
        .write(arguments.value("--format", "text"), processes, reports);
    return Verdicts.exitCode(reports);
  }
}
