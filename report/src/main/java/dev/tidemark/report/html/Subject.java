package dev.tidemark.report.html;

import dev.tidemark.diagnose.Report;
import java.util.List;

/** One process on the page: its report, and flame graphs of its profiles. */
public record Subject(Report report, List<FlameGraph> graphs) {
  public Subject {
    graphs = List.copyOf(graphs);
  }
}
