package dev.tidemark.profile.text;

import dev.tidemark.profile.Frame;
import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import java.util.List;

/**
 * A block or mutex profile in text form: {@code block?debug=1}, {@code mutex?debug=1}.
 *
 * @param mutex whether it is the mutex profile
 * @param cyclesPerSecond of the clock that delays were measured with
 * @param samplingPeriod 1 in this many contentions was recorded; 1 for a block profile, whose rows
 *     the runtime has scaled already
 */
public record TextContentions(
    boolean mutex, long cyclesPerSecond, long samplingPeriod, List<Row> rows) {
  public TextContentions {
    rows = List.copyOf(rows);
  }

  /**
   * Contentions of one stack, multiplied by the sampling period.
   *
   * @param delayNanos how long goroutines waited, together
   * @param addresses return addresses, leaf first
   * @param frames leaf first
   */
  public record Row(long contentions, long delayNanos, long[] addresses, List<Frame> frames) {
    public Row {
      frames = List.copyOf(frames);
    }
  }

  /**
   * Reads the text form.
   *
   * @throws MalformedProfileException if a line is not what runtime/pprof writes there, or a limit
   *     is exceeded
   */
  public static TextContentions parse(byte[] text, Limits limits) throws MalformedProfileException {
    return new ContentionsReader(new Lines(text, limits), limits).read();
  }
}
