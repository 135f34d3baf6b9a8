package dev.tidemark.cli;

import dev.tidemark.collect.EvidenceBuilder;
import dev.tidemark.collect.EvidenceBuilder.ProfileTables;
import dev.tidemark.detect.HeapHistory;
import dev.tidemark.diagnose.Report;
import dev.tidemark.diagnose.Verdict;
import dev.tidemark.profile.ProfileKind;
import dev.tidemark.profile.frame.FrameOwners;
import dev.tidemark.profile.table.Table;
import dev.tidemark.report.html.FlameGraph;
import dev.tidemark.report.html.HtmlReport;
import dev.tidemark.report.html.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Gathers what the page of a report is drawn from. */
final class HtmlPage {
  private HtmlPage() {}

  /** One page of processes and their reports, both in the same order. */
  static String of(
      Map<String, EvidenceBuilder> processes, List<Report> reports, FrameOwners owners) {
    List<Subject> subjects = new ArrayList<>();
    int next = 0;
    for (EvidenceBuilder process : processes.values()) {
      subjects.add(subject(process, reports.get(next++)));
    }
    return HtmlReport.of(subjects, owners);
  }

  static Subject subject(EvidenceBuilder process, Report report) {
    List<FlameGraph> graphs = new ArrayList<>();
    HeapHistory heap = process.evidence("").heap();
    if (!heap.isEmpty()) {
      int column = ReportOutput.typeShown(heap.last());
      graphs.add(
          heap.count() == 1
              ? FlameGraph.of("heap", heap.last(), column)
              : FlameGraph.ofChange("heap", heap.first(), heap.last(), column));
    }
    for (ProfileKind kind : ProfileKind.values()) {
      ProfileTables others = process.others().get(kind);
      if (others != null) {
        boolean isWhatLeaks =
            kind == ProfileKind.GOROUTINE && report.verdict() instanceof Verdict.GoroutineLeak;
        graphs.add(isWhatLeaks ? 0 : graphs.size(), graph(kind, others.tables()));
      }
    }
    return new Subject(report, graphs);
  }

  /** Goroutines are counted anew each time; everything else adds up. */
  private static FlameGraph graph(ProfileKind kind, List<Table> tables) {
    int column = ReportOutput.typeShown(tables.getFirst());
    if (kind != ProfileKind.GOROUTINE) {
      return FlameGraph.of(
          kind == ProfileKind.CPU ? "CPU" : kind.word(), Table.sum(tables), column);
    }
    return tables.size() == 1
        ? FlameGraph.of("goroutines", tables.getFirst(), column)
        : FlameGraph.ofChange("goroutines", tables.getFirst(), tables.getLast(), column);
  }
}
