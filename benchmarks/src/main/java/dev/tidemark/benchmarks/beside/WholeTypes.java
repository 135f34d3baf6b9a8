package dev.tidemark.benchmarks.beside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * {@code tidemark golang types} of a module whose dependencies are there, as a process, beside
 * go/types, which reads all packages and all of their bodies from source, as {@code
 * packages.LoadAllSyntax} does.
 */
record WholeTypes() implements Work {
  private static final String LIST = "exported.json";

  @Override
  public String name() {
    return "whole-types";
  }

  @Override
  public List<Row> measure(Bench bench) throws Exception {
    Path list = bench.input(LIST);
    if (!Files.exists(list)) {
      throw new IOException("Go could not build what prometheus imports");
    }
    String ours =
        "'%s' golang types '%s' >/dev/null".formatted(bench.tidemark(), bench.input("prometheus"));
    String theirs = "echo 1 | '%s' '%s' ''".formatted(bench.peers().resolve("types"), list);
    List<Spent> spent =
        bench.commands().spent(bench.rounds(3), Map.of(), List.of(shell(ours), shell(theirs)));
    double faster = spent.getLast().cpuMillis() / spent.getFirst().cpuMillis();
    String work = "load prometheus with all that it imports";
    return List.of(
        new Row(
            work,
            "CPU, whole process",
            Row.millis(spent.getFirst().cpuMillis()),
            "go/types " + Row.millis(spent.getLast().cpuMillis()),
            faster,
            List.of(Mark.times(faster, 1))),
        new Row(
            work,
            "largest resident set",
            Row.size(spent.getFirst().bytes()),
            "go/types " + Row.size(spent.getLast().bytes()),
            (double) spent.getLast().bytes() / spent.getFirst().bytes(),
            List.of(Mark.atMost(spent.getFirst().bytes() / 1e6, 1000, " MB"))));
  }

  private static List<String> shell(String line) {
    return List.of("sh", "-c", line);
  }
}
