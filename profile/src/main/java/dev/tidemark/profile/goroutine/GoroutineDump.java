package dev.tidemark.profile.goroutine;

import dev.tidemark.profile.Label;
import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import java.util.List;

/**
 * The goroutines of a process at one moment, in columns: one entry a goroutine, in the dump's
 * order. Arrays are shared, not copied: a dump is handed on, never changed.
 *
 * @param id goroutine ids
 * @param state index into {@code states}
 * @param waitMinutes how long each has been blocked, in whole minutes; 0 below one, and where the
 *     state has no time
 * @param marks bits of {@link GoroutineMark}
 * @param stack index into {@code stacks}
 * @param creator id of the goroutine that created it, 0 where unknown (before Go 1.21)
 * @param labelSet index into {@code labelSets}
 * @param states distinct states
 * @param labelSets distinct sets of labels; the first is empty
 * @param notes what the dump says around its goroutines
 */
public record GoroutineDump(
    long[] id,
    int[] state,
    int[] waitMinutes,
    byte[] marks,
    int[] stack,
    long[] creator,
    int[] labelSet,
    List<GoroutineState> states,
    GoroutineStacks stacks,
    List<List<Label>> labelSets,
    DumpNotes notes) {
  public GoroutineDump {
    int count = id.length;
    if (state.length != count
        || waitMinutes.length != count
        || marks.length != count
        || stack.length != count
        || creator.length != count
        || labelSet.length != count) {
      throw new IllegalArgumentException("columns of unequal length");
    }
    states = List.copyOf(states);
    labelSets = List.copyOf(labelSets);
  }

  /**
   * Reads a dump: all goroutines of {@code ?debug=2}, of SIGQUIT, or the ones a panic shows, with
   * whatever text a log has before, between and after them.
   *
   * @throws MalformedProfileException if there is no goroutine in it, or more than {@code limits}
   *     allow
   */
  public static GoroutineDump parse(byte[] text, Limits limits) throws MalformedProfileException {
    return new DumpReader(text, limits).read();
  }

  public int count() {
    return id.length;
  }

  public boolean has(int goroutine, GoroutineMark mark) {
    return (marks[goroutine] & mark.bit()) != 0;
  }

  /** Goroutines with one stack, creator and state, the most numerous first. */
  public List<GoroutineGroup> groups() {
    return new Grouping(this).groups();
  }
}
