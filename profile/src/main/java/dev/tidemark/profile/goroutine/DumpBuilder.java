package dev.tidemark.profile.goroutine;

import dev.tidemark.profile.Frame;
import dev.tidemark.profile.Label;
import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns and tables of a dump while it is read. */
final class DumpBuilder {
  private static final int NONE = -1;

  /** The runtime has about sixty, and marks to combine them with. */
  private static final int MAX_STATES = 10_000;

  private final byte[] bytes;
  private final Limits limits;
  private final TextTable functions;
  private final TextTable locations;
  private final TextTable stateTexts;
  private final TextTable labelTexts;
  private final LongTable frames = new LongTable();
  private final StackTable stacks = new StackTable();
  private long[] id = new long[256];
  private long[] creator = new long[256];
  private byte[] marks = new byte[256];
  private final IntColumn state = new IntColumn();
  private final IntColumn waitMinutes = new IntColumn();
  private final IntColumn stack = new IntColumn();
  private final IntColumn labelSet = new IntColumn();
  private int count;
  private int creatorFrame;

  DumpBuilder(byte[] bytes, Limits limits) {
    this.bytes = bytes;
    this.limits = limits;
    this.functions = new TextTable(bytes);
    this.locations = new TextTable(bytes);
    this.stateTexts = new TextTable(bytes);
    this.labelTexts = new TextTable(bytes);
  }

  int count() {
    return count;
  }

  void begin(HeaderLine header, int offset) throws MalformedProfileException {
    atMost(limits.tableEntries() / 4, count, offset, "goroutines");
    if (count == id.length) {
      int length = count + (count >> 1);
      id = Arrays.copyOf(id, length);
      creator = Arrays.copyOf(creator, length);
      marks = Arrays.copyOf(marks, length);
    }
    id[count] = header.id;
    creator[count] = 0;
    marks[count] = (byte) header.marks;
    state.add(stateTexts.intern(header.stateStart, header.stateEnd));
    waitMinutes.add(header.waitMinutes);
    atMost(MAX_STATES, stateTexts.size(), offset, "different states");
    atMost(limits.tableEntries() / 8, labelTexts.size(), offset, "different sets of labels");
    labelSet.add(
        header.labelEnd > header.labelStart
            ? 1 + labelTexts.intern(header.labelStart, header.labelEnd)
            : 0);
    creatorFrame = NONE;
    count++;
  }

  /** A frame; an empty location ({@code from == to}) where the dump gives none. */
  void frame(int nameFrom, int nameTo, int locationFrom, int locationTo)
      throws MalformedProfileException {
    if (stacks.depth() >= limits.stackDepth()) {
      throw new MalformedProfileException(
          nameFrom, "a stack of more than %,d frames".formatted(limits.stackDepth()));
    }
    stacks.push(frameNumber(nameFrom, nameTo, locationFrom, locationTo));
  }

  private static void atMost(int most, int size, int offset, String what)
      throws MalformedProfileException {
    if (size >= most) {
      throw new MalformedProfileException(offset, "more than %,d %s".formatted(most, what));
    }
  }

  void creator(int nameFrom, int nameTo, int locationFrom, int locationTo)
      throws MalformedProfileException {
    creatorFrame = frameNumber(nameFrom, nameTo, locationFrom, locationTo);
  }

  void creatorId(long goroutine) {
    creator[count - 1] = goroutine;
  }

  void mark(GoroutineMark mark) {
    marks[count - 1] |= (byte) mark.bit();
  }

  void end() {
    stack.add(stacks.intern(creatorFrame));
  }

  private int frameNumber(int nameFrom, int nameTo, int locationFrom, int locationTo)
      throws MalformedProfileException {
    // A distinct frame costs ten times a column's entry: two Strings and a record.
    atMost(limits.tableEntries() / 8, frames.size(), nameFrom, "different frames");
    return frames.intern(
        LongTable.pair(
            functions.intern(nameFrom, nameTo), locations.intern(locationFrom, locationTo)));
  }

  /** The last dump of the text, which is the only one in most. */
  GoroutineDump build(List<String> crash, long skippedLines, boolean cut) {
    // Texts that differ in marks only are one state, and differently quoted labels one set.
    List<GoroutineState> states = new ArrayList<>();
    int[] stateOf =
        distinct(stateTexts.texts().stream().map(GoroutineState::parse).toList(), states);
    List<List<Label>> labelSets = new ArrayList<>();
    List<List<Label>> parsed = new ArrayList<>();
    parsed.add(List.of());
    labelTexts.texts().forEach(text -> parsed.add(LabelText.parse(text)));
    int[] labelSetOf = distinct(parsed, labelSets);
    int dumps = 1;
    int from = 0;
    LongTable seen = new LongTable();
    for (int i = 0; i < count; i++) {
      // Every thread has a goroutine 0 of its own.
      if (id[i] != 0 && seen.intern(id[i]) < seen.size() - 1) {
        dumps++;
        from = i;
        seen = new LongTable();
        seen.intern(id[i]);
      }
    }
    DumpNotes notes = new DumpNotes(crash, skippedLines, cut, dumps - 1);
    return new GoroutineDump(
        Arrays.copyOfRange(id, from, count),
        Arrays.copyOfRange(mapped(state, stateOf), from, count),
        Arrays.copyOfRange(waitMinutes.toArray(), from, count),
        Arrays.copyOfRange(marks, from, count),
        Arrays.copyOfRange(stack.toArray(), from, count),
        Arrays.copyOfRange(creator, from, count),
        Arrays.copyOfRange(mapped(labelSet, labelSetOf), from, count),
        states,
        new GoroutineStacks(frameTable(), stacks.firstFrames(), stacks.frames(), stacks.creators()),
        labelSets,
        notes);
  }

  private static <T> int[] distinct(List<T> all, List<T> distinct) {
    Map<T, Integer> numbers = new HashMap<>();
    int[] numberOf = new int[all.size()];
    for (int i = 0; i < numberOf.length; i++) {
      Integer known = numbers.putIfAbsent(all.get(i), distinct.size());
      if (known == null) {
        numberOf[i] = distinct.size();
        distinct.add(all.get(i));
      } else {
        numberOf[i] = known;
      }
    }
    return numberOf;
  }

  private static int[] mapped(IntColumn column, int[] to) {
    int[] mapped = column.toArray();
    for (int i = 0; i < mapped.length; i++) {
      mapped[i] = to[mapped[i]];
    }
    return mapped;
  }

  private List<Frame> frameTable() {
    List<String> names = functions.texts();
    String[] files = new String[locations.size()];
    int[] lines = new int[files.length];
    Map<String, String> shared = new HashMap<>();
    for (int i = 0; i < files.length; i++) {
      String location = locations.text(i);
      int colon = location.lastIndexOf(':');
      String file = colon < 0 ? location : location.substring(0, colon);
      String known = shared.putIfAbsent(file, file);
      files[i] = known == null ? file : known;
      lines[i] = colon < 0 ? 0 : line(location, colon + 1);
    }
    List<Frame> table = new ArrayList<>(frames.size());
    for (int i = 0; i < frames.size(); i++) {
      long pair = frames.get(i);
      int location = LongTable.second(pair);
      table.add(
          new Frame(
              linkerName(names.get(LongTable.first(pair))), files[location], lines[location]));
    }
    return table;
  }

  /** A traceback prints runtime.gopanic as {@code panic} (runtime/traceback.go, printFuncName). */
  private static String linkerName(String name) {
    return name.equals("panic") ? "runtime.gopanic" : name;
  }

  private static int line(String location, int from) {
    long line = 0;
    for (int i = from; i < location.length() && line <= Integer.MAX_VALUE; i++) {
      line = line * 10 + Character.digit(location.charAt(i), 10);
    }
    return line > Integer.MAX_VALUE ? 0 : (int) line;
  }
}
