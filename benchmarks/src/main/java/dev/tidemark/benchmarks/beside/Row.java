package dev.tidemark.benchmarks.beside;

import java.util.List;
import java.util.Locale;

/**
 * One figure of ours beside one of a peer's.
 *
 * @param peer who the peer is and its figure, empty if there is none
 * @param ratio how many times less ours is, 0 if there is no peer
 * @param marks to be reached, the first one first; none for a figure that is only told
 */
record Row(String work, String measure, String ours, String peer, double ratio, List<Mark> marks) {
  static String millis(double millis) {
    return millis >= 1000
        ? String.format(Locale.ROOT, "%.2f s", millis / 1000)
        : String.format(Locale.ROOT, millis >= 100 ? "%.0f ms" : "%.2f ms", millis);
  }

  static String size(long bytes) {
    if (bytes < 1_000_000) {
      return String.format(Locale.ROOT, "%.0f KB", bytes / 1e3);
    }
    return String.format(Locale.ROOT, bytes >= 100_000_000 ? "%.0f MB" : "%.1f MB", bytes / 1e6);
  }

  String ratioText() {
    return ratio == 0 ? "" : String.format(Locale.ROOT, "%.1f×", ratio);
  }

  /** The first mark with its answer, then the second. */
  String markText(int index) {
    return index < marks.size() ? marks.get(index).toString() : "";
  }
}
