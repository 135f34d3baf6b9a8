package dev.tidemark.report.html;

import dev.tidemark.profile.Frame;
import dev.tidemark.profile.ProfileHeader;
import dev.tidemark.profile.ValueType;
import dev.tidemark.profile.table.Dictionary;
import dev.tidemark.profile.table.Table;
import java.util.List;
import java.util.Random;

/** Made-up heap tables over one dictionary. */
final class Tables {
  static final ProfileHeader HEADER =
      ProfileHeader.of(List.of(new ValueType("inuse_space", "bytes")));

  private final Dictionary dictionary = new Dictionary();

  Table of(long... values) {
    return new Table(dictionary, HEADER, new long[][] {values});
  }

  /**
   * A row for a stack.
   *
   * @param calls root first
   */
  Tables row(String... calls) {
    int[] frames = new int[calls.length];
    for (int i = 0; i < calls.length; i++) {
      String call = calls[calls.length - 1 - i];
      frames[i] = dictionary.frame(new Frame(call, "/src/" + call + ".go", i + 1));
    }
    dictionary.row(dictionary.stack(frames, frames.length), 0);
    return this;
  }

  /** Before and after, over stacks of a few functions, so that many share a path. */
  static List<Table> random(long seed, int stacks) {
    Random random = new Random(seed);
    Tables tables = new Tables();
    for (int i = 0; i < stacks; i++) {
      String[] calls = new String[1 + random.nextInt(12)];
      for (int j = 0; j < calls.length; j++) {
        calls[j] = "f" + random.nextInt(j < 6 ? 3 : 40);
      }
      tables.row(calls);
    }
    long[][] values = new long[2][tables.dictionary.rows()];
    for (long[] column : values) {
      for (int row = 0; row < column.length; row++) {
        column[row] = random.nextInt(3) == 0 ? 0 : random.nextLong(1L << random.nextInt(1, 40));
      }
    }
    return List.of(tables.of(values[0]), tables.of(values[1]));
  }
}
