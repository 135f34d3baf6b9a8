package dev.tidemark.profile.pprof;

import dev.tidemark.profile.MalformedProfileException;
import java.util.Arrays;

/**
 * Where samples follow each other, so that whoever reads the rest of a profile need not walk over
 * them one by one. The runtime writes a location when a sample first names it, so there are many
 * runs; short ones are not kept.
 */
final class SampleRuns {
  private static final int WORTH_SKIPPING = 256;

  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int count;
  private int start = -1;
  private int end = -1;

  /** Adds a sample that lies behind all those before. */
  void extend(int sampleStart, int sampleEnd) {
    if (sampleStart != end) {
      keep();
      start = sampleStart;
    }
    end = sampleEnd;
  }

  private void keep() {
    if (end - start < WORTH_SKIPPING) {
      return;
    }
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    starts[count] = start;
    ends[count++] = end;
  }

  /** A walk over the fields of a message that lie between the runs. */
  Between between(Wire wire) {
    keep();
    start = end;
    return new Between(this, wire);
  }

  /** A cursor over fields; whoever asks for a tag reads or skips its field on {@code wire}. */
  static final class Between {
    static final int NO_MORE = 0;

    final Wire wire;
    private final SampleRuns runs;
    private int next;

    private Between(SampleRuns runs, Wire wire) {
      this.runs = runs;
      this.wire = wire;
    }

    /** The next tag, {@link #NO_MORE} at the end. */
    int tag() throws MalformedProfileException {
      if (next < runs.count && wire.at == runs.starts[next]) {
        wire.at = runs.ends[next++];
      }
      return wire.hasMore() ? wire.tag() : NO_MORE;
    }
  }
}
