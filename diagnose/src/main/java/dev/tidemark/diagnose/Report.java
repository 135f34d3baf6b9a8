package dev.tidemark.diagnose;

import java.util.List;

/** What a command says of its input. Every rendering shows this and nothing else. */
public record Report(
    String source,
    Window window,
    Verdict verdict,
    List<Measure> measures,
    List<Observation> observations,
    List<Case> cases,
    List<GoroutineCount> goroutines,
    List<PathGrowth> paths,
    Remainder remainder,
    List<Unreadable> unreadable,
    Code code) {
  public Report {
    measures = List.copyOf(measures);
    observations = List.copyOf(observations);
    cases = List.copyOf(cases);
    goroutines = List.copyOf(goroutines);
    paths = List.copyOf(paths);
    unreadable = List.copyOf(unreadable);
  }

  /** The same, joined with the source. */
  public Report with(List<Case> joined, Code source) {
    return new Report(
        this.source,
        window,
        verdict,
        measures,
        observations,
        joined,
        goroutines,
        paths,
        remainder,
        unreadable,
        source);
  }
}
