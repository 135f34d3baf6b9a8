package dev.tidemark.benchmarks.beside;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A command of ours that has no peer, as a whole process.
 *
 * @param options of the command
 * @param file what it reads, empty if nothing
 * @param cpuMark milliseconds, 0 for none
 * @param residentMark megabytes, 0 for none
 */
record Alone(
    String name,
    String work,
    String command,
    List<String> options,
    String file,
    int rounds,
    double cpuMark,
    double residentMark)
    implements Work {

  static final Work RUN =
      new Alone(
          "run",
          "inspect of 30 heap profiles, 10 goroutine dumps, 60 metric files",
          "inspect",
          List.of(),
          "run",
          10,
          1200,
          0);
  static final Work DUMP =
      new Alone(
          "dump",
          "inspect of a 64 MiB goroutine?debug=2",
          "inspect",
          List.of(),
          "dump.txt",
          5,
          1500,
          300);
  static final Work PAGE =
      new Alone(
          "page",
          "inspect --format html of a 7 MB profile",
          "inspect",
          List.of("--format", "html"),
          "heap-385000.pb.gz",
          5,
          2000,
          0);
  static final Work START = new Alone("start", "--version", "--version", List.of(), "", 20, 0, 0);

  @Override
  public List<Row> measure(Bench bench) throws Exception {
    List<String> line = new ArrayList<>(List.of(bench.tidemark(), command));
    line.addAll(options);
    if (!file.isEmpty()) {
      line.add(bench.input(file).toString());
    }
    Spent spent = bench.commands().spent(bench.rounds(rounds), Map.of(), List.of(line)).getFirst();
    return List.of(
        new Row(
            work,
            "CPU, whole process",
            Row.millis(spent.cpuMillis()),
            "",
            0,
            cpuMark == 0 ? List.of() : List.of(Mark.atMost(spent.cpuMillis(), cpuMark, " ms"))),
        new Row(work, "wall", Row.millis(spent.wallMillis()), "", 0, List.of()),
        new Row(
            work,
            "largest resident set",
            Row.size(spent.bytes()),
            "",
            0,
            residentMark == 0
                ? List.of()
                : List.of(Mark.atMost(spent.bytes() / 1e6, residentMark, " MB"))));
  }
}
