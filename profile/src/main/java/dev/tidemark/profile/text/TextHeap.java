package dev.tidemark.profile.text;

import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import java.util.List;

/**
 * A heap profile in text form: {@code /debug/pprof/heap?debug=1} or {@code allocs?debug=1}, which
 * are the same samples.
 *
 * @param samplingPeriod mean bytes between samples (runtime.MemProfileRate), half of what the
 *     header says; 1 if every allocation is there, 0 where unknown
 * @param samples in the file's order, values unsampled
 * @param memStats the trailer, {@link MemStats#NONE} without
 */
public record TextHeap(long samplingPeriod, List<HeapSample> samples, MemStats memStats) {
  public TextHeap {
    samples = List.copyOf(samples);
  }

  /**
   * Reads the text form.
   *
   * @throws MalformedProfileException if a line is not what runtime/pprof writes there, or a limit
   *     is exceeded
   */
  public static TextHeap parse(byte[] text, Limits limits) throws MalformedProfileException {
    return new HeapReader(new Lines(text, limits), limits).read();
  }
}
