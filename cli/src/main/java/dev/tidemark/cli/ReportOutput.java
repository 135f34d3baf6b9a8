package dev.tidemark.cli;

import dev.tidemark.collect.EvidenceBuilder;
import dev.tidemark.collect.EvidenceBuilder.ProfileTables;
import dev.tidemark.detect.GoroutineObservation;
import dev.tidemark.detect.HeapHistory;
import dev.tidemark.diagnose.Evidence;
import dev.tidemark.diagnose.Report;
import dev.tidemark.diagnose.Verdict;
import dev.tidemark.profile.ProfileKind;
import dev.tidemark.profile.flame.FlameTree;
import dev.tidemark.profile.frame.FrameOwners;
import dev.tidemark.profile.pprof.PprofWriter;
import dev.tidemark.profile.table.Grouping;
import dev.tidemark.profile.table.Table;
import dev.tidemark.profile.table.TableProfile;
import dev.tidemark.profile.table.Totals;
import dev.tidemark.report.GoroutinesText;
import dev.tidemark.report.JsonReport;
import dev.tidemark.report.MarkdownReport;
import dev.tidemark.report.Style;
import dev.tidemark.report.TextReport;
import dev.tidemark.report.TotalsText;
import java.util.List;
import java.util.Map;

/** Writes what {@code inspect} found in the format that was asked for. */
final class ReportOutput {
  static final List<String> FORMATS =
      List.of("text", "json", "jsonl", "markdown", "html", "collapsed", "pprof");
  private static final int MOST_ENTRIES = 10;

  private final Destination destination;
  private final Style style;

  private final FrameOwners owners;

  ReportOutput(Destination destination, FrameOwners owners, Console console) {
    this.destination = destination;
    this.owners = owners;
    style = console.hasColour() && !destination.isFile() ? Style.ANSI : Style.PLAIN;
  }

  void write(String format, Map<String, EvidenceBuilder> processes, List<Report> reports)
      throws CommandException {
    switch (format) {
      case "json" -> destination.write(JsonReport.of(reports));
      case "markdown" -> {
        StringBuilder text = new StringBuilder();
        reports.forEach(report -> text.append(MarkdownReport.of(report)).append('\n'));
        destination.write(text.toString());
      }
      case "html" -> destination.write(HtmlPage.of(processes, reports, owners));
      case "collapsed" -> {
        Table shown = shown(processes, reports.getFirst().verdict()).onlyGrowth();
        destination.write(FlameTree.collapsed(shown, typeShown(shown)));
      }
      case "pprof" ->
          destination.write(
              PprofWriter.write(TableProfile.of(shown(processes, reports.getFirst().verdict()))));
      default -> destination.write(text(processes, reports));
    }
  }

  private String text(Map<String, EvidenceBuilder> processes, List<Report> reports) {
    StringBuilder text = new StringBuilder();
    int i = 0;
    for (EvidenceBuilder process : processes.values()) {
      Report report = reports.get(i++);
      if (text.length() > 0) {
        text.append('\n');
      }
      text.append(TextReport.of(report, style));
      Evidence evidence = process.evidence("");
      if (evidence.goroutines().count() == 1) {
        GoroutineObservation only = evidence.goroutines().observations().getFirst();
        text.append('\n').append(GoroutinesText.of(only, MOST_ENTRIES));
      }
      HeapHistory heap = evidence.heap();
      if (heap.count() == 1) {
        int type = heap.last().header().column("inuse_space");
        text.append('\n').append(totals("heap", heap.last(), type));
      }
      process
          .others()
          .forEach((kind, tables) -> {
            if (kind != ProfileKind.GOROUTINE) {
              Table sum = Table.sum(tables.tables());
              text.append('\n').append(totals(kind.word(), sum, typeShown(sum)));
            }
          });
    }
    return text.toString();
  }

  private static String totals(String title, Table table, int type) {
    return TotalsText.ofProfile(
        title,
        table.header().sampleTypes().get(type),
        Totals.of(table, type, Grouping.FUNCTION),
        MOST_ENTRIES);
  }

  /**
   * The stacks of a one-profile format: the goroutines that came where they leak; else what the
   * heap grew by where there are several heap profiles, the profile itself where there is one, the
   * sum of the others where there is none.
   */
  private static Table shown(Map<String, EvidenceBuilder> processes, Verdict verdict)
      throws CommandException {
    if (processes.size() > 1) {
      throw new CommandException(
          "this format holds one process, and there are " + processes.size(),
          "name one of: " + String.join(", ", processes.keySet()));
    }
    EvidenceBuilder process = processes.values().iterator().next();
    ProfileTables goroutines = process.others().get(ProfileKind.GOROUTINE);
    if (verdict instanceof Verdict.GoroutineLeak && goroutines != null) {
      return goroutines.tables().getLast().minus(goroutines.tables().getFirst());
    }
    HeapHistory heap = process.evidence("").heap();
    if (heap.count() > 1) {
      return heap.last().minus(heap.first());
    }
    if (heap.count() == 1) {
      return heap.last();
    }
    for (ProfileTables tables : process.others().values()) {
      return tables.tables().size() > 1
              && tables.tables().getFirst().header().kind() == ProfileKind.GOROUTINE
          ? tables.tables().getLast().minus(tables.tables().getFirst())
          : Table.sum(tables.tables());
    }
    throw new CommandException("there are no stacks in it: no profile", "");
  }

  /**
   * In-use space of a heap, else the default of the profile, else its last column, as pprof does.
   */
  static int typeShown(Table table) {
    int live = table.header().column("inuse_space");
    int named = table.header().column(table.header().defaultSampleType());
    return live >= 0 ? live : named >= 0 ? named : table.values().length - 1;
  }
}
