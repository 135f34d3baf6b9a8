package dev.tidemark.benchmarks.beside;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code tidemark diff} as a whole process, beside {@code go tool pprof -top -diff_base}. Go's own
 * is a program that starts pprof's, so that one is measured alone too.
 *
 * @param cpuMarks milliseconds
 * @param residentMark megabytes
 */
record WholeDiff(
    String name,
    String work,
    String before,
    String after,
    int rounds,
    List<Double> cpuMarks,
    double residentMark)
    implements Work {

  static final Work SMALL =
      new WholeDiff(
          "diff-small",
          "diff of two 45 KB profiles",
          "run-01.pb.gz",
          "run-02.pb.gz",
          20,
          List.of(110.0, 90.0),
          80);
  static final Work LARGE =
      new WholeDiff(
          "diff-large",
          "diff of a 1 MB and a 7 MB profile",
          "heap-62000.pb.gz",
          "heap-385000.pb.gz",
          3,
          List.of(1100.0),
          350);

  @Override
  public List<Row> measure(Bench bench) throws Exception {
    String one = bench.input(before).toString();
    String other = bench.input(after).toString();
    List<String> ours = List.of(bench.tidemark(), "diff", one, other);
    List<Spent> spent =
        bench
            .commands()
            .spent(
                bench.rounds(rounds),
                Map.of(),
                List.of(
                    ours,
                    List.of("go", "tool", "pprof", "-top", "-diff_base", one, other),
                    List.of(pprofProgram(), "-top", "-diff_base", one, other)));

    // them, and ours anyway.
    Spent cold =
        bench
            .commands()
            .spent(
                bench.rounds(rounds),
                Map.of("TIDEMARK_JAVA_OPTS", "-XX:AOTMode=off"),
                List.of(ours))
            .getFirst();
    return rows(spent.get(0), cold, spent.get(1), spent.get(2));
  }

  private List<Row> rows(Spent ours, Spent cold, Spent goTool, Spent pprof) {
    List<Row> rows = new ArrayList<>();
    double cpu = ours.cpuMillis();
    rows.add(
        cpuRow(
            "CPU, whole process",
            ours,
            "go tool pprof",
            goTool,
            cpuMarks.stream().map(limit -> Mark.atMost(cpu, limit, " ms")).toList()));
    rows.add(cpuRow("CPU, beside pprof's binary", ours, "pprof", pprof, List.of()));
    rows.add(cpuRow("CPU, AOT cache off", cold, "go tool pprof", goTool, List.of()));
    rows.add(
        new Row(
            work,
            "largest resident set",
            Row.size(ours.bytes()),
            "go tool pprof " + Row.size(goTool.bytes()),
            (double) goTool.bytes() / ours.bytes(),
            List.of(Mark.atMost(ours.bytes() / 1e6, residentMark, " MB"))));
    return rows;
  }

  private Row cpuRow(String measure, Spent ours, String peer, Spent theirs, List<Mark> marks) {
    return new Row(
        work,
        measure,
        Row.millis(ours.cpuMillis()),
        peer + " " + Row.millis(theirs.cpuMillis()),
        theirs.cpuMillis() / ours.cpuMillis(),
        marks);
  }

  private static String pprofProgram() throws Exception {
    return Commands.output(new ProcessBuilder("go", "tool", "-n", "pprof")).getFirst().strip();
  }
}
