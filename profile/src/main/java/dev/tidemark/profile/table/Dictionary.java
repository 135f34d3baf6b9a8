package dev.tidemark.profile.table;

import dev.tidemark.profile.Frame;
import dev.tidemark.profile.Functions;
import dev.tidemark.profile.Label;
import dev.tidemark.profile.Locations;
import dev.tidemark.profile.Profile;
import dev.tidemark.profile.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers frames, stacks, label sets and rows (a stack with a label set) in the order they are
 * first seen, so that what is the same in several profiles has the same number. It only grows. Not
 * safe for use by several threads at once.
 */
public final class Dictionary {
  private final List<Frame> frames = new ArrayList<>();
  // A name is hashed once a function, not once a frame.
  private final Map<FunctionKey, Integer> functionNumbers = new HashMap<>();
  private int functions;
  private final IntSlots frameSlots = new IntSlots();
  private int[] frameFunction = new int[512];
  private final List<List<Label>> labelSets = new ArrayList<>();
  private final Map<List<Label>, Integer> labelSetNumbers = new HashMap<>();

  private final IntSlots stackSlots = new IntSlots();
  private int[] stackFrames = new int[1024];
  private int[] stackStart = new int[512];

  private final IntSlots rowSlots = new IntSlots();
  private int[] rowStack = new int[512];
  private int[] rowLabels = new int[512];

  public Dictionary() {
    labelSet(List.of());
  }

  /** The number of a frame, given one if it is new. */
  public int frame(Frame frame) {
    return frame(
        function(frame.function(), frame.file()), frame.function(), frame.file(), frame.line());
  }

  private int function(String name, String file) {
    FunctionKey key = new FunctionKey(name, file);
    Integer known = functionNumbers.get(key);
    if (known != null) {
      return known;
    }
    // Only a new name is looked through for what can't be printed, which takes longer than to find
    // a known one.
    Frame frame = new Frame(name, file, 0);
    boolean isPrintable = name.equals(frame.function()) && file.equals(frame.file());
    int number = isPrintable ? functions++ : function(frame.function(), frame.file());
    functionNumbers.put(key, number);
    return number;
  }

  private int frame(int function, String name, String file, int line) {
    int hash = function * 31 + line;
    int slot = frameSlots.first(hash);
    for (int entry = frameSlots.entry(slot); entry >= 0; entry = frameSlots.entry(slot)) {
      if (frameFunction[entry] == function && frames.get(entry).line() == line) {
        return entry;
      }
      slot = frameSlots.next(slot);
    }
    int number = frameSlots.add(slot, hash);
    if (number == frameFunction.length) {
      frameFunction = Arrays.copyOf(frameFunction, number * 2);
    }
    frameFunction[number] = function;
    frames.add(new Frame(name, file, line));
    return number;
  }

  public Frame frameAt(int number) {
    return frames.get(number);
  }

  public int frames() {
    return frames.size();
  }

  public int labelSet(List<Label> labels) {
    Integer known = labelSetNumbers.putIfAbsent(labels, labelSets.size());
    if (known != null) {
      return known;
    }
    labelSets.add(labels);
    return labelSets.size() - 1;
  }

  public List<Label> labelSetAt(int number) {
    return labelSets.get(number);
  }

  /** The number of the stack {@code frames[0..length)}, leaf first. */
  public int stack(int[] frames, int length) {
    int hash = 1;
    for (int i = 0; i < length; i++) {
      hash = hash * 31 + frames[i];
    }
    return stack(frames, length, hash);
  }

  private int stack(int[] stack, int length, int hash) {
    int slot = stackSlots.first(hash);
    for (int entry = stackSlots.entry(slot); entry >= 0; entry = stackSlots.entry(slot)) {
      int start = stackStart[entry];
      if (stackSlots.sameHash(entry, hash)
          && stackStart[entry + 1] - start == length
          && Arrays.equals(stackFrames, start, start + length, stack, 0, length)) {
        return entry;
      }
      slot = stackSlots.next(slot);
    }
    int number = stackSlots.add(slot, hash);
    if (number + 1 >= stackStart.length) {
      stackStart = Arrays.copyOf(stackStart, stackStart.length * 2);
    }
    int start = stackStart[number];
    if (start + length > stackFrames.length) {
      stackFrames = Arrays.copyOf(stackFrames, Math.max(start + length, stackFrames.length * 2));
    }
    System.arraycopy(stack, 0, stackFrames, start, length);
    stackStart[number + 1] = start + length;
    return number;
  }

  public int stacks() {
    return stackSlots.count();
  }

  public int depth(int stack) {
    return stackStart[stack + 1] - stackStart[stack];
  }

  /** The frame at {@code depth} of a stack; 0 is the leaf. */
  public int stackFrame(int stack, int depth) {
    return stackFrames[stackStart[stack] + depth];
  }

  /** The frames of a stack, leaf first. */
  public List<Frame> framesOf(int stack) {
    List<Frame> result = new ArrayList<>(depth(stack));
    for (int i = stackStart[stack]; i < stackStart[stack + 1]; i++) {
      result.add(frames.get(stackFrames[i]));
    }
    return result;
  }

  /** The number of a stack together with a label set. */
  public int row(int stack, int labelSet) {
    int hash = stack * 31 + labelSet;
    int slot = rowSlots.first(hash);
    for (int entry = rowSlots.entry(slot); entry >= 0; entry = rowSlots.entry(slot)) {
      if (rowStack[entry] == stack && rowLabels[entry] == labelSet) {
        return entry;
      }
      slot = rowSlots.next(slot);
    }
    int number = rowSlots.add(slot, hash);
    if (number == rowStack.length) {
      rowStack = Arrays.copyOf(rowStack, number * 2);
      rowLabels = Arrays.copyOf(rowLabels, number * 2);
    }
    rowStack[number] = stack;
    rowLabels[number] = labelSet;
    return number;
  }

  public int rows() {
    return rowSlots.count();
  }

  public int rowStack(int row) {
    return rowStack[row];
  }

  public int rowLabelSet(int row) {
    return rowLabels[row];
  }

  /**
   * Numbers what a profile holds and gives its values by row; samples of the same row are added up.
   */
  public Table add(Profile profile) {
    Samples samples = profile.samples();
    Locations locations = profile.locations();
    int[] firstFrame = new int[locations.count() + 1];
    int[] frameOf = frameNumbers(locations, profile.functions(), firstFrame);
    int[] sets = new int[profile.labelSets().size()];
    for (int i = 0; i < sets.length; i++) {
      sets[i] = labelSet(profile.labelSets().get(i));
    }
    int[] rowOf = new int[samples.count()];
    int[] first = samples.firstLocation();
    int[] location = samples.location();
    int[] stack = new int[64];
    stackSlots.reserve(Math.min(samples.count(), 1 << 20));
    for (int sample = 0; sample < rowOf.length; sample++) {
      int depth = 0;
      int hash = 1;
      for (int i = first[sample]; i < first[sample + 1]; i++) {
        int from = firstFrame[location[i]];
        int to = firstFrame[location[i] + 1];
        if (depth + to - from > stack.length) {
          stack = Arrays.copyOf(stack, Math.max(depth + to - from, stack.length * 2));
        }
        for (int f = from; f < to; f++) {
          int frame = frameOf[f];
          stack[depth++] = frame;
          hash = hash * 31 + frame;
        }
      }
      rowOf[sample] = row(stack(stack, depth, hash), sets[samples.labelSet()[sample]]);
    }
    long[][] values = new long[samples.values().length][];
    for (int type = 0; type < values.length; type++) {
      long[] from = samples.values()[type];
      long[] to = new long[rows()];
      for (int sample = 0; sample < rowOf.length; sample++) {
        to[rowOf[sample]] += from[sample];
      }
      values[type] = to;
    }
    return new Table(this, profile.header(), values);
  }

  private int[] frameNumbers(Locations locations, Functions functions, int[] firstFrame) {
    int total = 0;
    for (int i = 0; i < locations.count(); i++) {
      firstFrame[i] = total;
      total += Math.max(1, locations.lines(i));
    }
    firstFrame[locations.count()] = total;
    int[] functionOf = new int[functions.count()];
    for (int i = 0; i < functionOf.length; i++) {
      functionOf[i] = function(functions.name()[i], functions.file()[i]);
    }
    int[] numbers = new int[total];
    for (int i = 0; i < locations.count(); i++) {
      int at = firstFrame[i];
      if (locations.lines(i) == 0) {
        numbers[at] = frame(withoutSymbol(locations.address()[i]));
      }
      for (int l = locations.firstLine()[i]; l < locations.firstLine()[i + 1]; l++) {
        int function = locations.function()[l];
        numbers[at++] =
            function < 0
                ? frame(withoutSymbol(locations.address()[i]))
                : frame(
                    functionOf[function],
                    functions.name()[function],
                    functions.file()[function],
                    Math.max(0, locations.line()[l]));
      }
    }
    return numbers;
  }

  /** A function as a profile names it. */
  private record FunctionKey(String name, String file) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof FunctionKey key && name.equals(key.name) && file.equals(key.file);
    }

    @Override
    public int hashCode() {
      return name.hashCode() * 31 + file.hashCode();
    }
  }

  private static Frame withoutSymbol(long address) {
    return new Frame("0x" + Long.toHexString(address), "", 0);
  }
}
