package dev.tidemark.profile.text;

import dev.tidemark.profile.Frame;
import dev.tidemark.profile.Label;
import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import java.util.List;

/**
 * A profile that counts stacks, in text form: {@code goroutine?debug=1}, {@code
 * threadcreate?debug=1} and any other whose first line is {@code NAME profile: total N}.
 *
 * @param name such as {@code goroutine}
 * @param total as the header says; a difference to the sum of the rows tells of a cut file
 */
public record TextCounts(String name, long total, List<Row> rows) {
  public TextCounts {
    rows = List.copyOf(rows);
  }

  /**
   * Rows with one stack and one set of labels.
   *
   * @param addresses return addresses, leaf first, all of the stack
   * @param frames leaf first; without runtime functions at the leaf, as the text leaves them out
   */
  public record Row(long count, List<Label> labels, long[] addresses, List<Frame> frames) {
    public Row {
      labels = List.copyOf(labels);
      frames = List.copyOf(frames);
    }
  }

  /**
   * Reads the text form.
   *
   * @throws MalformedProfileException if a line is not what runtime/pprof writes there, or a limit
   *     is exceeded
   */
  public static TextCounts parse(byte[] text, Limits limits) throws MalformedProfileException {
    return new CountsReader(new Lines(text, limits), limits).read();
  }
}
