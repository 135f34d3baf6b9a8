package dev.tidemark.benchmarks.beside;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What one operation takes here and in a peer, by turns in one run. */
record Pair(Spent ours, Spent theirs) {
  /**
   * @param peer the name of the peer's program
   * @param input what it is given
   */
  static Pair measure(Bench bench, Operation operation, String peer, Path input, int rounds)
      throws Exception {
    OwnProcess own = new OwnProcess();
    List<Spent> ours = new ArrayList<>();
    List<Spent> theirs = new ArrayList<>();
    try (GoPeer other = new GoPeer(bench.peers().resolve(peer), List.of(input))) {
      own.warmUp(operation, bench.isQuick() ? 8_000 : 20_000);
      var _ = other.round(1);
      for (int round = 0; round < bench.rounds(rounds); round++) {
        ours.add(own.round(operation, 1));
        theirs.add(other.round(1));
      }
    }
    return new Pair(Spent.median(ours), Spent.median(theirs));
  }

  /** How many times less CPU time ours takes. */
  double faster() {
    return theirs.cpuMillis() / ours.cpuMillis();
  }
}
