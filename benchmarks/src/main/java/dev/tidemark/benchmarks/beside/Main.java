package dev.tidemark.benchmarks.beside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Measures every work and prints the table; {@code benchmarks/run} starts it. */
public final class Main {
  private static final List<Work> WORKS =
      List.of(
          Decode.LARGE,
          Decode.SMALL,
          new Merge(),
          WholeDiff.SMALL,
          WholeDiff.LARGE,
          new FoldSeries(),
          new TokensGo(),
          new ParseGo(),
          new TypeGo(),
          new TypeModule(),
          new WholeTypes(),
          new SummarizeModule(),
          new OpenApi(),
          WholeScan.SMALL,
          WholeScan.MIDDLE,
          WholeScan.LARGE,
          Alone.RUN,
          Alone.DUMP,
          Alone.PAGE,
          Alone.START);

  private Main() {}

  /**
   * Measures.
   *
   * @param args the home folder, the inputs, the peers, the pattern of works to do, {@code quick}
   *     or {@code full}, and the page to write or nothing
   */
  public static void main(String[] args) throws Exception {
    Bench bench =
        new Bench(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), args[4].equals("quick"));
    Pattern only = Pattern.compile(args[3]);
    List<Row> rows = new ArrayList<>();
    boolean whole = true;
    for (Work work : WORKS) {
      if (!only.matcher(work.name()).find()) {
        continue;
      }
      System.err.println("measuring " + work.name());
      try {
        rows.addAll(work.measure(bench));
      } catch (IOException e) {
        System.err.println(work.name() + " can't be measured: " + e.getMessage());
        rows.add(new Row(work.name(), "could not be measured", "", "", 0, List.of()));
        whole = false;
      }
    }
    System.out.print(Grid.of(rows));
    if (args.length > 5) {
      Files.writeString(Path.of(args[5]), Page.of(rows, goroutines(bench.input("dump.txt"))));
    }
    System.exit(whole ? 0 : 1);
  }

  private static long goroutines(Path dump) throws IOException {
    try (Stream<String> lines = Files.lines(dump)) {
      return lines.filter(line -> line.startsWith("goroutine ")).count();
    }
  }
}
