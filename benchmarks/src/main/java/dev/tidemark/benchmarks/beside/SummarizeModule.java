package dev.tidemark.benchmarks.beside;

import dev.tidemark.golang.effect.AnalyzedPackage;
import dev.tidemark.golang.effect.ModuleSummaries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The summaries of all functions of a module, from its source, in process and warm. */
record SummarizeModule() implements Work {
  @Override
  public String name() {
    return "summaries";
  }

  @Override
  public List<Row> measure(Bench bench) throws Exception {
    String folder = bench.input("prometheus").toString();
    Operation summarize = () -> summarize(folder);
    OwnProcess own = new OwnProcess();
    own.warmUp(summarize, bench.isQuick() ? 8_000 : 20_000);
    List<Spent> spent = new ArrayList<>();
    for (int round = 0; round < bench.rounds(7); round++) {
      spent.add(own.round(summarize, 1));
    }
    double millis = Spent.median(spent).cpuMillis();
    return List.of(
        new Row(
            "summaries of prometheus' %,d functions".formatted(summarize(folder)),
            "CPU, with parsing and typing",
            Row.millis(millis),
            "",
            0,
            List.of(Mark.atMost(millis / 1e3, 4, " s"))));
  }

  private static long summarize(String folder) {
    GoModule module = GoModule.in(folder);
    return new ModuleSummaries(module.program())
        .each(module.packages(), Runnable::run, new Functions()).stream()
            .mapToLong(Long::longValue)
            .sum();
  }

  /** Counts the functions that were summarized. */
  private static final class Functions implements ModuleSummaries.Work<Long> {
    @Override
    public Optional<List<String>> imports(String path) {
      return Optional.empty();
    }

    @Override
    public Optional<Long> kept(String path) {
      return Optional.empty();
    }

    @Override
    public Long look(String path, Optional<AnalyzedPackage> analyzed) {
      return analyzed
          .map(one -> {
            long[] functions = new long[1];
            one.bodies().forEach(body -> body.forEachBody(_ -> functions[0]++));
            return functions[0];
          })
          .orElse(0L);
    }

    @Override
    public boolean isChanged(String path, Long made) {
      return true;
    }
  }
}
