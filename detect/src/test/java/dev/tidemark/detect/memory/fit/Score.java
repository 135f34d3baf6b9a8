package dev.tidemark.detect.memory.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a network does, each series being judged when its evidence first passes zero.
 *
 * @param delays hours from the start of a leak to its verdict, by slope, ascending; negative where
 *     it came before the start
 * @param leaks number of leaks, by slope
 */
record Score(
    int recorded,
    int recordedFlagged,
    int harmless,
    int harmlessFlagged,
    Map<Double, List<Double>> delays,
    Map<Double, Integer> leaks) {

  static Score of(Network network, List<Example> examples) {
    List<Integer> firsts =
        examples.parallelStream().map(example -> first(network.evidence(example))).toList();
    int[] counts = new int[4];
    Map<Double, List<Double>> delays = new TreeMap<>();
    Map<Double, Integer> leaks = new TreeMap<>();
    for (int i = 0; i < firsts.size(); i++) {
      Example example = examples.get(i);
      int first = firsts.get(i);
      int flagged = first < example.size() ? 1 : 0;
      switch (example.label()) {
        case Label.Recorded _ -> {
          counts[0]++;
          counts[1] += flagged;
        }
        case Label.Harmless _ -> {
          counts[2]++;
          counts[3] += flagged;
        }
        case Label.Leak leak -> {
          leaks.merge(leak.slope(), 1, Integer::sum);
          List<Double> ofSlope = delays.computeIfAbsent(leak.slope(), _ -> new ArrayList<>());
          if (flagged == 1) {
            ofSlope.add((example.epochMillis()[first] - leak.startMillis()) / 3_600_000.0);
          }
        }
      }
    }
    delays.values().forEach(list -> list.sort(null));
    return new Score(counts[0], counts[1], counts[2], counts[3], delays, leaks);
  }

  private static int first(float[] evidence) {
    int row = 0;
    while (row < evidence.length && evidence[row] <= 0) {
      row++;
    }
    return row;
  }

  String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            "recorded flagged %d of %d, harmless flagged %d of %d (%.1f%%)%n",
            recordedFlagged,
            recorded,
            harmlessFlagged,
            harmless,
            100.0 * harmlessFlagged / Math.max(1, harmless)));
    leaks.forEach((slope, count) -> {
      List<Double> late =
          delays.getOrDefault(slope, List.of()).stream().filter(hours -> hours >= 0).toList();
      table.append(
          String.format(
              Locale.ROOT,
              "leak of %4.1f%%/h  found %5.1f%%  median delay %.2f h%n",
              100 * slope,
              100.0 * late.size() / count,
              median(late)));
    });
    return table.toString();
  }

  private static double median(List<Double> sorted) {
    int size = sorted.size();
    return size == 0 ? Double.NaN : (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
  }
}
