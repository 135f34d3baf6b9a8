package dev.tidemark.benchmarks.beside;

import dev.tidemark.golang.summary.SummaryFile;
import dev.tidemark.workspace.ApiSummaries;
import java.util.ArrayList;
import java.util.List;

/** Opening the API summaries that come with Tidemark, in process. */
record OpenApi() implements Work {
  @Override
  public String name() {
    return "api";
  }

  @Override
  public List<Row> measure(Bench bench) throws Exception {
    long before = System.nanoTime();
    List<SummaryFile> shipped = ApiSummaries.shipped();
    double first = (System.nanoTime() - before) / 1e6;
    OwnProcess own = new OwnProcess();
    List<Spent> spent = new ArrayList<>();
    for (int round = 0; round < bench.rounds(15); round++) {
      spent.add(own.round(() -> ApiSummaries.shipped().size(), 10));
    }
    long bytes = shipped.stream().mapToLong(SummaryFile::size).sum();
    return List.of(
        new Row(
            "open the shipped API summaries",
            "wall, the first time",
            Row.millis(first),
            "",
            0,
            List.of(Mark.atMost(first, 60, " ms"))),
        new Row(
            "open the shipped API summaries",
            "wall, again",
            Row.millis(Spent.median(spent).wallMillis()),
            "",
            0,
            List.of()),
        new Row(
            "open the shipped API summaries",
            "size in the jar",
            Row.size(bytes),
            "",
            0,
            List.of(Mark.atMost(bytes / 1e6, 3, " MB"))));
  }
}
