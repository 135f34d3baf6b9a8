package dev.tidemark.profile.pprof;

import dev.tidemark.profile.Limits;
import dev.tidemark.profile.Locations;
import dev.tidemark.profile.MalformedProfileException;
import dev.tidemark.profile.Samples;

/**
 * Inlined calls multiply: a location of many lines that stacks name often stands for far more
 * frames than the profile has bytes. This counts frames before anything makes room for them.
 */
final class FrameCount {
  // Go writes fewer than two frames for a byte.
  private static final long FRAMES_PER_BYTE = 4;
  private static final long ALWAYS_ALLOWED = 1 << 16;

  private FrameCount() {}

  static void check(Samples samples, Locations locations, Outline outline, Limits limits)
      throws MalformedProfileException {
    long most =
        Math.min(
            8L * limits.tableEntries(),
            Math.max(ALWAYS_ALLOWED, FRAMES_PER_BYTE * (outline.end - outline.start)));
    int[] first = samples.firstLocation();
    long deepest = 0;
    for (int sample = 0; sample < samples.count(); sample++) {
      deepest = Math.max(deepest, first[sample + 1] - first[sample]);
    }
    long mostLines = 1;
    for (int location = 0; location < locations.count(); location++) {
      mostLines = Math.max(mostLines, locations.lines(location));
    }
    boolean surelyFine =
        deepest * mostLines <= limits.stackDepth() && first[samples.count()] * mostLines <= most;
    if (!surelyFine) {
      count(samples, locations, outline.start, limits.stackDepth(), most);
    }
  }

  private static void count(Samples samples, Locations locations, int at, int mostDepth, long most)
      throws MalformedProfileException {
    int[] first = samples.firstLocation();
    long total = 0;
    for (int sample = 0; sample < samples.count(); sample++) {
      long depth = 0;
      for (int i = first[sample]; i < first[sample + 1]; i++) {
        depth += Math.max(1, locations.lines(samples.location()[i]));
      }
      if (depth > mostDepth) {
        throw new MalformedProfileException(
            at, "sample %,d is deeper than %,d frames".formatted(sample + 1, mostDepth));
      }
      total += depth;
    }
    if (total > most) {
      throw new MalformedProfileException(
          at, "stacks of %,d frames are over the limit of %,d".formatted(total, most));
    }
  }
}
