package dev.tidemark.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a profile out of frames and values: for forms that are text, and for tables on their way
 * back to a file. Every frame becomes a location of its own; an empty mapping is not needed.
 */
public final class ProfileBuilder {
  private final ProfileHeader header;
  private final Map<Frame, Integer> locations = new HashMap<>();
  private final List<Frame> frames = new ArrayList<>();
  private final Map<List<Label>, Integer> labelSetNumbers = new HashMap<>();
  private final List<List<Label>> labelSets = new ArrayList<>();
  private long[][] values;
  private int[] firstLocation = new int[64];
  private int[] location = new int[256];
  private int[] labelSet = new int[64];
  private int samples;

  public ProfileBuilder(ProfileHeader header) {
    this.header = header;
    values = new long[header.sampleTypes().size()][64];
    labelSet(List.of());
  }

  /** The index of the location that stands for a frame. */
  public int location(Frame frame) {
    Integer known = locations.putIfAbsent(frame, frames.size());
    if (known != null) {
      return known;
    }
    frames.add(frame);
    return frames.size() - 1;
  }

  private int labelSet(List<Label> labels) {
    Integer known = labelSetNumbers.putIfAbsent(labels, labelSets.size());
    if (known != null) {
      return known;
    }
    labelSets.add(List.copyOf(labels));
    return labelSets.size() - 1;
  }

  /** Adds one sample; its stack is {@code stack}, leaf first, one value for each value type. */
  public ProfileBuilder sample(List<Frame> stack, List<Label> labels, long... sampleValues) {
    int[] indexes = new int[stack.size()];
    for (int i = 0; i < indexes.length; i++) {
      indexes[i] = location(stack.get(i));
    }
    return sample(indexes, labels, sampleValues);
  }

  /** Adds one sample; its stack is of numbers that {@link #location} gave, leaf first. */
  public ProfileBuilder sample(int[] stack, List<Label> labels, long... sampleValues) {
    if (sampleValues.length != values.length) {
      throw new IllegalArgumentException("a value for each value type");
    }
    if (samples + 1 >= firstLocation.length) {
      firstLocation = Arrays.copyOf(firstLocation, samples * 2 + 2);
      labelSet = Arrays.copyOf(labelSet, samples * 2 + 2);
      for (int type = 0; type < values.length; type++) {
        values[type] = Arrays.copyOf(values[type], samples * 2 + 2);
      }
    }
    int start = firstLocation[samples];
    if (start + stack.length > location.length) {
      location = Arrays.copyOf(location, Math.max(start + stack.length, location.length * 2));
    }
    System.arraycopy(stack, 0, location, start, stack.length);
    labelSet[samples] = labelSet(labels);
    for (int type = 0; type < values.length; type++) {
      values[type][samples] = sampleValues[type];
    }
    samples++;
    firstLocation[samples] = start + stack.length;
    return this;
  }

  public Profile build() {
    Map<Frame, Integer> functionNumbers = new HashMap<>();
    List<Frame> functions = new ArrayList<>();
    int[] function = new int[frames.size()];
    int[] line = new int[frames.size()];
    int[] firstLine = new int[frames.size() + 1];
    for (int i = 0; i < function.length; i++) {
      Frame key = new Frame(frames.get(i).function(), frames.get(i).file(), 0);
      Integer known = functionNumbers.putIfAbsent(key, functions.size());
      function[i] = known == null ? functions.size() : known;
      if (known == null) {
        functions.add(key);
      }
      line[i] = frames.get(i).line();
      firstLine[i + 1] = i + 1;
    }
    int[] noMapping = new int[frames.size()];
    Arrays.fill(noMapping, -1);
    String[] names = functions.stream().map(Frame::function).toArray(String[]::new);
    String[] files = functions.stream().map(Frame::file).toArray(String[]::new);
    long[][] columns = new long[values.length][];
    for (int type = 0; type < columns.length; type++) {
      columns[type] = Arrays.copyOf(values[type], samples);
    }
    return new Profile(
        header,
        new Samples(
            columns,
            Arrays.copyOf(firstLocation, samples + 1),
            Arrays.copyOf(location, firstLocation[samples]),
            Arrays.copyOf(labelSet, samples)),
        new Locations(new long[frames.size()], noMapping, firstLine, function, line),
        new Functions(names, names, files, new int[functions.size()]),
        List.of(),
        List.copyOf(labelSets));
  }
}
