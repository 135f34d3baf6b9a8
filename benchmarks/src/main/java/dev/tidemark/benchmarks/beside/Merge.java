package dev.tidemark.benchmarks.beside;

import dev.tidemark.profile.Limits;
import dev.tidemark.profile.Profile;
import dev.tidemark.profile.pprof.PprofReader;
import dev.tidemark.profile.table.Dictionary;
import dev.tidemark.profile.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Parsing and merging the consecutive heap profiles of one process, in process and warm. */
record Merge() implements Work {
  static final int PROFILES = 30;

  @Override
  public String name() {
    return "merge";
  }

  @Override
  public List<Row> measure(Bench bench) throws Exception {
    List<Path> paths = new ArrayList<>();
    List<byte[]> files = new ArrayList<>();
    for (int i = 1; i <= PROFILES; i++) {
      paths.add(bench.input("run-%02d.pb.gz".formatted(i)));
      files.add(Files.readAllBytes(paths.getLast()));
    }
    OwnProcess own = new OwnProcess();
    Operation merge = () -> merge(files).total(0);
    List<Spent> merging = new ArrayList<>();
    List<Spent> theirs = new ArrayList<>();
    try (GoPeer peer = new GoPeer(bench.peers().resolve("decode"), paths)) {
      own.warmUp(merge, bench.isQuick() ? 3_000 : 8_000);
      var _ = peer.round(1);
      for (int round = 0; round < bench.rounds(15); round++) {
        merging.add(own.round(merge, 20));
        theirs.add(peer.round(4));
      }
    }
    Spent ours = Spent.median(merging);
    Spent peer = Spent.median(theirs);
    String work = "parse and merge %d consecutive heap profiles".formatted(PROFILES);
    return List.of(
        new Row(
            work,
            "CPU",
            Row.millis(ours.cpuMillis()),
            "profile.Parse, Merge " + Row.millis(peer.cpuMillis()),
            peer.cpuMillis() / ours.cpuMillis(),
            List.of(Mark.atMost(ours.cpuMillis(), 30, " ms"))),
        new Row(
            work,
            "allocated",
            Row.size(ours.bytes()),
            "profile.Parse, Merge " + Row.size(peer.bytes()),
            (double) peer.bytes() / ours.bytes(),
            List.of()));
  }

  private static Table merge(List<byte[]> files) throws Exception {
    Dictionary dictionary = new Dictionary();
    List<Table> tables = new ArrayList<>();
    for (byte[] file : files) {
      for (Profile profile : PprofReader.read(file, Limits.DEFAULT)) {
        tables.add(dictionary.add(profile));
      }
    }
    return Table.sum(tables);
  }
}
