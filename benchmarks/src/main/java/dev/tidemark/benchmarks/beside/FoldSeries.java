package dev.tidemark.benchmarks.beside;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Folding memory series sample by sample, in process and warm, without and with reading their CSV.
 */
record FoldSeries() implements Work {
  private static final int SERIES = 400;

  @Override
  public String name() {
    return "series";
  }

  @Override
  public List<Row> measure(Bench bench) throws Exception {
    SeriesFleet fleet = new SeriesFleet(SERIES);
    byte[] file = fleet.file();
    OwnProcess own = new OwnProcess();
    Operation fold = fleet::fold;
    Operation read = () -> SeriesFleet.foldFile(file);
    own.warmUp(fold, bench.isQuick() ? 2_000 : 8_000);
    own.warmUp(read, bench.isQuick() ? 2_000 : 8_000);
    List<Spent> folding = new ArrayList<>();
    List<Spent> reading = new ArrayList<>();
    for (int round = 0; round < bench.rounds(15); round++) {
      folding.add(own.round(fold, 4));
      reading.add(own.round(read, 4));
    }
    String work = "fold %,d memory series of a day".formatted(SERIES);
    return List.of(
        row(work, "samples a second of CPU", fleet, Spent.median(folding)),
        row(work, "the same, read from CSV", fleet, Spent.median(reading)));
  }

  private static Row row(String work, String measure, SeriesFleet fleet, Spent spent) {
    double millions = fleet.samples() / spent.cpuMillis() / 1000;
    return new Row(
        work,
        measure,
        String.format(Locale.ROOT, "%.2f M", millions),
        "",
        0,
        List.of(Mark.atLeast(millions, 1, " M")));
  }
}
