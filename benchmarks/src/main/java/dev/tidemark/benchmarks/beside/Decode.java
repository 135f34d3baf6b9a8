package dev.tidemark.benchmarks.beside;

import dev.tidemark.profile.Limits;
import dev.tidemark.profile.Profile;
import dev.tidemark.profile.pprof.Inflate;
import dev.tidemark.profile.pprof.PprofReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Decoding one profile in process, warm, beside {@code profile.ParseData} and beside inflating
 * alone.
 *
 * @param count operations of ours in a round
 * @param peerCount operations of the peer in a round
 * @param times marks: how many times less CPU than the peer
 * @param strict whether the marks on inflating and allocation hold for this size
 */
record Decode(
    String name, String file, int count, int peerCount, List<Double> times, boolean strict)
    implements Work {

  static final Work LARGE =
      new Decode("decode-large", "heap-62000.pb.gz", 40, 5, List.of(6.0, 8.0), true);
  static final Work SMALL =
      new Decode("decode-small", "heap-1600.pb.gz", 800, 200, List.of(3.5, 4.5), false);

  @Override
  public List<Row> measure(Bench bench) throws Exception {
    Path path = bench.input(file);
    byte[] bytes = Files.readAllBytes(path);
    OwnProcess own = new OwnProcess();
    Operation decode = () -> read(bytes);
    Operation inflate = () -> Inflate.ifCompressed(bytes, Limits.DEFAULT).length;
    List<Spent> decoding = new ArrayList<>();
    List<Spent> inflating = new ArrayList<>();
    List<Spent> parsing = new ArrayList<>();
    try (GoPeer peer = new GoPeer(bench.peers().resolve("decode"), List.of(path))) {
      own.warmUp(inflate, bench.isQuick() ? 500 : 2_000);
      own.warmUp(decode, bench.isQuick() ? 3_000 : 8_000);
      var _ = peer.round(1);
      for (int round = 0; round < bench.rounds(15); round++) {
        decoding.add(own.round(decode, count));
        parsing.add(peer.round(peerCount));
        inflating.add(own.round(inflate, count));
      }
    }
    return rows(
        "decode %s, %,d samples".formatted(Row.size(bytes.length), read(bytes)),
        Spent.median(decoding),
        Spent.median(inflating),
        Spent.median(parsing));
  }

  private List<Row> rows(String work, Spent decoding, Spent inflating, Spent parsing) {
    double faster = parsing.cpuMillis() / decoding.cpuMillis();
    double besideInflating = decoding.cpuMillis() / inflating.cpuMillis();
    return List.of(
        new Row(
            work,
            "CPU",
            Row.millis(decoding.cpuMillis()),
            "profile.ParseData " + Row.millis(parsing.cpuMillis()),
            faster,
            times.stream().map(least -> Mark.times(faster, least)).toList()),
        new Row(
            work,
            "wall",
            Row.millis(decoding.wallMillis()),
            "profile.ParseData " + Row.millis(parsing.wallMillis()),
            parsing.wallMillis() / decoding.wallMillis(),
            List.of()),
        new Row(
            work,
            "CPU beside inflating alone",
            "%.2f×".formatted(besideInflating),
            "Inflater " + Row.millis(inflating.cpuMillis()),
            0,
            strict ? List.of(Mark.atMost(besideInflating, 2.3, "×")) : List.of()),
        new Row(
            work,
            "allocated",
            Row.size(decoding.bytes()),
            "profile.ParseData " + Row.size(parsing.bytes()),
            (double) parsing.bytes() / decoding.bytes(),
            strict ? List.of(Mark.atMost(decoding.bytes() / 1e6, 15, " MB")) : List.of()));
  }

  private static int read(byte[] bytes) throws Exception {
    int samples = 0;
    for (Profile profile : PprofReader.read(bytes, Limits.DEFAULT)) {
      samples += profile.samples().count();
    }
    return samples;
  }
}
