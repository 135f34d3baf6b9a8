package dev.tidemark.benchmarks.beside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reading a module's own packages and finding the type of each of their expressions, with API
 * summaries for what they import, in process, warm, beside go/parser and go/types, which have the
 * compiler's export data for that.
 */
record TypeModule() implements Work {
  private static final String LIST = "exported.json";

  @Override
  public String name() {
    return "module-types";
  }

  @Override
  public List<Row> measure(Bench bench) throws Exception {
    Path list = bench.input(LIST);
    if (!Files.exists(list)) {
      throw new IOException("Go could not build what prometheus imports");
    }
    String folder = bench.input("prometheus").toString();
    Pair pair = Pair.measure(bench, () -> GoModule.in(folder).types(), "exported", list, 7);
    double faster = pair.faster();
    return List.of(
        new Row(
            "type prometheus' own code, %,d expressions".formatted(GoModule.in(folder).types()),
            "CPU",
            Row.millis(pair.ours().cpuMillis()),
            "go/types " + Row.millis(pair.theirs().cpuMillis()),
            faster,
            List.of(Mark.times(faster, 1 / 1.5))));
  }
}
