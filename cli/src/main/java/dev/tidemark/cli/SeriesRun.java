package dev.tidemark.cli;

import dev.tidemark.collect.series.SeriesFiles;
import dev.tidemark.diagnose.Unreadable;
import dev.tidemark.diagnose.series.SeriesReport;
import dev.tidemark.report.JsonSeries;
import dev.tidemark.report.MarkdownSeries;
import dev.tidemark.report.SeriesLines;
import dev.tidemark.report.Style;
import dev.tidemark.report.TextSeries;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code tidemark inspect} where the sources are series files: a verdict for each series. */
final class SeriesRun {
  private static final long BYTES_FOR_EACH = 32 << 10;

  private final Arguments arguments;
  private final Console console;
  private final InputStream standardInput;

  /**
   * @param standardInput supports marks
   */
  SeriesRun(Arguments arguments, Console console, InputStream standardInput) {
    this.arguments = arguments;
    this.console = console;
    this.standardInput = standardInput;
  }

  /**
   * Whether the sources are series.
   *
   * @throws CommandException if some are and some are not
   */
  boolean isMeant() throws CommandException {
    List<String> others = new ArrayList<>();
    String series = "";
    for (String source : arguments.operands()) {
      if (isSeries(source)) {
        series = source;
      } else {
        others.add(source);
      }
    }
    if (!series.isEmpty() && !others.isEmpty()) {
      throw new CommandException(
          series + " holds memory series and " + others.getFirst() + " does not",
          "inspect series by themselves: they are of many processes, captures of one");
    }
    return !series.isEmpty();
  }

  ExitCode run() throws CommandException {
    // A quarter of the heap for states, the rest for what is concluded and for the reading.
    long mostOpen = Runtime.getRuntime().maxMemory() / 4 / BYTES_FOR_EACH;
    SeriesReport report =
        new SeriesFiles(
                problem -> console.complain(problem, ""), (int) Math.clamp(mostOpen, 16, 100_000))
            .read(arguments.operands(), standardInput);
    for (Unreadable each : report.unreadable()) {
      console.complain(each.name() + ": " + each.problem(), "");
    }
    if (report.verdicts().isEmpty()) {
      throw new CommandException(
          "no series in " + report.source(), "the form is series_id,epoch_seconds,VALUE[,limit]");
    }
    if (report.passedOver() > 0) {
      console.complain(
          "%,d values are not later than one before them in their series and are left out"
              .formatted(report.passedOver()),
          "sort the file by series_id and epoch_seconds if they are not doubles");
    }
    write(report);
    return exitCode(report);
  }

  private void write(SeriesReport report) throws CommandException {
    Destination destination = new Destination(arguments, console);
    String format = arguments.value("--format", "text");
    destination.write(
        switch (format) {
          case "jsonl" -> SeriesLines.of(report);
          case "json" -> JsonSeries.of(report);
          case "markdown" -> MarkdownSeries.of(report);
          case "text" ->
              TextSeries.of(
                  report, console.hasColour() && !destination.isFile() ? Style.ANSI : Style.PLAIN);
          default ->
              throw new CommandException(
                  "series have no stacks, which --format " + format + " would show",
                  "ask for text, jsonl, json or markdown");
        });
  }

  private static ExitCode exitCode(SeriesReport report) {
    if (report.count("leak") > 0) {
      return ExitCode.FOUND;
    }
    return report.count("inconclusive") == report.verdicts().size()
        ? ExitCode.INCONCLUSIVE
        : ExitCode.OK;
  }

  private boolean isSeries(String source) {
    if (!source.equals("-")) {
      return !LiveOptions.isAddress(source) && SeriesFiles.isSeries(Path.of(source));
    }
    try {
      return SeriesFiles.isSeries(standardInput);
    } catch (IOException e) {
      // Whoever reads it next says why it can't be read.
      return false;
    }
  }
}
