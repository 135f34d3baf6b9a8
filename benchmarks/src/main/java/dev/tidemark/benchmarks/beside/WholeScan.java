package dev.tidemark.benchmarks.beside;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code tidemark scan} of a whole module as a process: with nothing kept, again, and after an edit
 * of one file. Where golangci-lint is on the PATH it does the same with its linters that look for
 * what scan looks for.
 *
 * @param folder of the inputs, where the module lies
 * @param edited a file of it that is changed, or empty
 * @param cpuMarks seconds: at first, again, after the edit
 * @param residentMark megabytes
 * @param isBeside whether the peer can do it in reasonable time
 */
record WholeScan(
    String name,
    String work,
    String folder,
    String edited,
    List<Double> cpuMarks,
    double residentMark,
    boolean isBeside)
    implements Work {
  static final Work SMALL =
      new WholeScan(
          "scan-small", "scan of gin 1.11", "gin", "context.go", List.of(2.0, 0.8), 1000, true);
  static final Work MIDDLE =
      new WholeScan(
          "scan-middle",
          "scan of prometheus 0.307",
          "prometheus",
          "storage/interface.go",
          List.of(12.0, 1.5, 3.0),
          1000,
          false);
  static final Work LARGE =
      new WholeScan(
          "scan-large", "scan of kubernetes 1.34.2", "kubernetes", "", List.of(60.0), 2000, false);

  /** There is no peer. */
  private static final Spent NONE = new Spent(0, 0, 0);

  private static final String LINTERS =
      "bodyclose,containedctx,contextcheck,fatcontext,gosec,govet,noctx,rowserrcheck,spancheck,"
          + "sqlclosecheck,staticcheck";

  @Override
  public List<Row> measure(Bench bench) throws Exception {
    Path tree = bench.input(folder);
    Path kept = bench.input(folder + "-kept");
    String environment = "XDG_CACHE_HOME=" + kept;
    // Exit code 1 says that something was found.
    String scan =
        "%s '%s' scan '%s' >/dev/null 2>&1 || [ $? = 1 ]"
            .formatted(environment, bench.tidemark(), tree);
    List<String> first = shell("rm -rf '" + kept + "'; " + scan);
    List<String> again = shell(scan);
    int rounds = bench.rounds(5);
    List<Row> rows = new ArrayList<>();
    boolean hasPeer = isBeside && isOnPath("golangci-lint");
    Spent cold = spent(bench, rounds, first);
    Spent theirs = hasPeer ? spent(bench, 1, shell(lint(bench, tree, true))) : NONE;
    add(rows, "CPU, whole process, nothing kept", cold, theirs, 0);
    rows.add(row("wall, nothing kept", Row.millis(cold.wallMillis()), "", 0, List.of()));
    rows.add(
        row(
            "largest resident set, nothing kept",
            Row.size(cold.bytes()),
            hasPeer ? "golangci-lint " + Row.size(theirs.bytes()) : "",
            hasPeer ? (double) theirs.bytes() / cold.bytes() : 0,
            List.of(Mark.atMost(cold.bytes() / 1e6, residentMark, " MB"))));
    if (cpuMarks.size() > 1) {
      Spent warm = spent(bench, rounds, again);
      Spent theirsAgain = hasPeer ? spent(bench, 1, shell(lint(bench, tree, false))) : NONE;
      add(rows, "CPU, again", warm, theirsAgain, 1);
    }
    if (cpuMarks.size() > 2) {
      Path file = tree.resolve(edited);
      String before = Files.readString(file);
      List<String> edit = shell("printf '\\nvar _ = %d\\n' $$ >>'" + file + "'; " + scan);
      Spent changed = spent(bench, rounds, edit);
      Files.writeString(file, before);
      add(rows, "CPU, after an edit of " + edited, changed, NONE, 2);
    }
    return rows;
  }

  private void add(List<Row> rows, String measure, Spent ours, Spent theirs, int mark) {
    rows.add(
        row(
            measure,
            Row.millis(ours.cpuMillis()),
            theirs == NONE ? "" : "golangci-lint " + Row.millis(theirs.cpuMillis()),
            theirs == NONE ? 0 : theirs.cpuMillis() / ours.cpuMillis(),
            List.of(Mark.atMost(ours.cpuMillis() / 1e3, cpuMarks.get(mark), " s"))));
  }

  private Row row(String measure, String ours, String peer, double ratio, List<Mark> marks) {
    return new Row(work, measure, ours, peer, ratio, marks);
  }

  private static Spent spent(Bench bench, int rounds, List<String> command) throws Exception {
    return bench.commands().spent(rounds, Map.of(), List.of(command)).getFirst();
  }

  private static List<String> shell(String script) {
    return List.of("sh", "-c", script);
  }

  /** With what Go has built thrown away at first, as on a machine that has seen nothing. */
  private String lint(Bench bench, Path tree, boolean isFirst) {
    Path cache = bench.input(folder + "-linted");
    return (isFirst ? "rm -rf '" + cache + "'; " : "")
        + ("cd '%s' && GOCACHE='%s/go' GOLANGCI_LINT_CACHE='%s/lint' GOFLAGS=-mod=mod "
                + "golangci-lint run --default none -E %s ./... >/dev/null 2>&1 || [ $? = 1 ]")
            .formatted(tree, cache, cache, LINTERS);
  }

  private static boolean isOnPath(String program) {
    String path = System.getenv("PATH");
    for (String one : (path == null ? "" : path).split(File.pathSeparator)) {
      if (Files.isExecutable(Path.of(one, program))) {
        return true;
      }
    }
    return false;
  }
}
