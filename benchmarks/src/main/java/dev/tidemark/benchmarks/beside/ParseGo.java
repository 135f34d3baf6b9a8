package dev.tidemark.benchmarks.beside;

import dev.tidemark.golang.parse.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Parsing Go's own source in process, warm, beside go/parser, and with two threads. */
record ParseGo() implements Work {
  private static final String LIST = "gofiles.txt";
  private static final int ROUNDS = 15;

  @Override
  public String name() {
    return "parse";
  }

  @Override
  public List<Row> measure(Bench bench) throws Exception {
    GoFiles files = GoFiles.read(bench.input(LIST));
    Pair pair = Pair.measure(bench, () -> parse(files), "parse", bench.input(LIST), ROUNDS);
    List<Row> rows = new ArrayList<>(rows(files, pair));
    rows.add(threads(bench, files));
    return rows;
  }

  private static List<Row> rows(GoFiles files, Pair pair) {
    Spent ours = pair.ours();
    Spent theirs = pair.theirs();
    String work = "parse " + files.text();
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
            files.rate(ours.cpuMillis()),
            "go/parser " + files.rate(theirs.cpuMillis()),
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

  private static Row threads(Bench bench, GoFiles files) throws Exception {
    OwnProcess own = new OwnProcess();
    List<Spent> one = new ArrayList<>();
    List<Spent> two = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < bench.rounds(ROUNDS); round++) {
        one.add(own.round(() -> parse(files), 1));
        two.add(own.round(() -> parse(files, pool), 1));
      }
    }
    double alone = Spent.median(one).wallMillis();
    double both = Spent.median(two).wallMillis();
    double faster = alone / both;
    return new Row(
        "parse " + files.text(),
        "wall, two threads",
        Row.millis(both),
        "one thread " + Row.millis(alone),
        faster,
        List.of(Mark.times(faster, 1.8)));
  }

  private static long parse(GoFiles files) {
    long declarations = 0;
    for (byte[] file : files.contents()) {
      declarations += Parser.parse(file).file().decls().size();
    }
    return declarations;
  }

  private static long parse(GoFiles files, ExecutorService pool) throws Exception {
    AtomicInteger next = new AtomicInteger();
    Callable<Long> worker =
        () -> {
          long declarations = 0;
          for (int i = next.getAndIncrement();
              i < files.contents().size();
              i = next.getAndIncrement()) {
            declarations += Parser.parse(files.contents().get(i)).file().decls().size();
          }
          return declarations;
        };
    long declarations = 0;
    for (Future<Long> done : pool.invokeAll(List.of(worker, worker))) {
      declarations += done.get();
    }
    return declarations;
  }
}
