package dev.tidemark.benchmarks.beside;

import dev.tidemark.golang.parse.Tokens;
import java.util.List;

/** Cutting the Go files of a module into tokens, in process, warm, beside go/scanner. */
record TokensGo() implements Work {
  private static final String LIST = "modulefiles.txt";

  @Override
  public String name() {
    return "tokens";
  }

  @Override
  public List<Row> measure(Bench bench) throws Exception {
    GoFiles files = GoFiles.read(bench.input(LIST));
    Pair pair = Pair.measure(bench, () -> tokens(files), "tokens", bench.input(LIST), 11);
    double faster = pair.faster();
    return List.of(
        new Row(
            "tokens of kubernetes, " + files.text(),
            "per second of CPU",
            files.rate(pair.ours().cpuMillis()),
            "go/scanner " + files.rate(pair.theirs().cpuMillis()),
            faster,
            List.of(Mark.times(faster, 0.8))));
  }

  private static long tokens(GoFiles files) {
    long[] tokens = new long[1];
    for (byte[] file : files.contents()) {
      Tokens.forEach(file, (_, _, _) -> tokens[0]++);
    }
    return tokens[0];
  }
}
