package dev.tidemark.benchmarks.beside;

import dev.tidemark.golang.build.Platform;
import dev.tidemark.golang.module.ModuleCache;
import dev.tidemark.golang.module.ModuleGraph;
import dev.tidemark.golang.program.Program;
import dev.tidemark.golang.program.SummarySource;
import dev.tidemark.workspace.DiskFiles;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;

/**
 * Reading packages of Go's own source and all that they import, and finding the type of each of
 * their expressions, in process, warm, beside go/parser and go/types.
 */
record TypeGo() implements Work {
  private static final String LIST = "gotypes.json";
  private static final String ROOT = "goroot.txt";

  @Override
  public String name() {
    return "types";
  }

  @Override
  public List<Row> measure(Bench bench) throws Exception {
    String source = Files.readString(bench.input(ROOT)).strip() + "/src";
    Pair pair = Pair.measure(bench, () -> types(source), "types", bench.input(LIST), 11);
    return rows(types(source), pair);
  }

  private static List<Row> rows(long expressions, Pair pair) {
    Spent ours = pair.ours();
    Spent theirs = pair.theirs();
    String work = "type net/… from source, %,d expressions".formatted(expressions);
    double faster = pair.faster();
    return List.of(
        new Row(
            work,
            "CPU",
            Row.millis(ours.cpuMillis()),
            "go/types " + Row.millis(theirs.cpuMillis()),
            faster,
            List.of(Mark.times(faster, 1))),
        new Row(
            work,
            "allocated",
            Row.size(ours.bytes()),
            "go/types " + Row.size(theirs.bytes()),
            (double) theirs.bytes() / ours.bytes(),
            List.of()));
  }

  private static long types(String source) {
    DiskFiles files = new DiskFiles();
    Program program =
        new Program(
            files,
            ModuleGraph.of(files, ModuleCache.none(files), source),
            new Platform("linux", "amd64", Set.of(), 26, false),
            SummarySource.NONE,
            true);
    long[] expressions = new long[1];
    for (String path : program.packages(source + "/net")) {
      if (path.startsWith("net/")) {
        program.source(path).ifPresent(found -> expressions[0] += GoModule.types(found));
      }
    }
    return expressions[0];
  }
}
