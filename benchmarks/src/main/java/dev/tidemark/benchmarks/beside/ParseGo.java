package dev.tidemark.benchmarks.beside;

import dev.tidemark.golang.parse.Parser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Parsing Go's own source in process, warm, beside go/parser. */
record ParseGo() implements Work {
  private static final String LIST = "gofiles.txt";

  @Override
  public String name() {
    return "parse";
  }

  @Override
  public List<Row> measure(Bench bench) throws Exception {
    List<byte[]> files = new ArrayList<>();
    long bytes = 0;
    for (String file : Files.readAllLines(bench.input(LIST))) {
      byte[] content = Files.readAllBytes(Path.of(file));
      bytes += content.length;
      files.add(content);
    }
    Pair pair = Pair.measure(bench, () -> parse(files), "parse", bench.input(LIST), 15);
    return rows(files.size(), bytes, pair);
  }

  private static List<Row> rows(int files, long bytes, Pair pair) {
    Spent ours = pair.ours();
    Spent theirs = pair.theirs();
    String work = "parse %,d Go files, %s".formatted(files, Row.size(bytes));
    double faster = pair.faster();
    return List.of(
        new Row(
            work,
            "CPU",
            Row.millis(ours.cpuMillis()),
            "go/parser " + Row.millis(theirs.cpuMillis()),
            faster,
            List.of(Mark.times(faster, 0.8), Mark.times(faster, 1))),
        new Row(
            work,
            "per second of CPU",
            rate(bytes, ours),
            "go/parser " + rate(bytes, theirs),
            faster,
            List.of()),
        new Row(
            work,
            "allocated",
            Row.size(ours.bytes()),
            "go/parser " + Row.size(theirs.bytes()),
            (double) theirs.bytes() / ours.bytes(),
            List.of()));
  }

  private static String rate(long bytes, Spent spent) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e3 / spent.cpuMillis());
  }

  private static long parse(List<byte[]> files) {
    long declarations = 0;
    for (byte[] file : files) {
      declarations += Parser.parse(file).file().decls().size();
    }
    return declarations;
  }
}
