package dev.tidemark.profile.pprof;

import dev.tidemark.profile.Label;
import dev.tidemark.profile.MalformedProfileException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The distinct label sets of a profile, told apart by their bytes: a heap profile has one set for
 * each object size, thousands of samples share it, and each is decoded once.
 */
final class LabelSets {
  private final byte[] data;
  private final ByteBuffer words;
  private final StringTable strings;
  private final List<List<Label>> sets = new ArrayList<>();
  private int[] from = new int[64];
  private int[] length = new int[64];
  private long[] keys = new long[64];
  private int[] slots = new int[128];

  LabelSets(byte[] data, StringTable strings) {
    this.data = data;
    this.words = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    this.strings = strings;
    sets.add(List.of());
  }

  List<List<Label>> toList() {
    return List.copyOf(sets);
  }

  /** The index of the set whose label fields lie, tags included, in {@code [start, end)}. */
  int index(int start, int end) throws MalformedProfileException {
    int size = end - start;
    long key = key(start, size);
    int mask = slots.length - 1;
    int slot = slot(key) & mask;
    while (slots[slot] != 0) {
      int set = slots[slot];
      if (keys[set] == key
          && length[set] == size
          && (size <= 8 || Arrays.equals(data, from[set], from[set] + size, data, start, end))) {
        return set;
      }
      slot = (slot + 1) & mask;
    }
    int set = sets.size();
    sets.add(decode(start, end));
    if (set == from.length) {
      from = Arrays.copyOf(from, set * 2);
      length = Arrays.copyOf(length, set * 2);
      keys = Arrays.copyOf(keys, set * 2);
    }
    from[set] = start;
    length[set] = size;
    keys[set] = key;
    slots[slot] = set;
    if (set * 2 > slots.length) {
      rehash();
    }
    return set;
  }

  private void rehash() {
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int set = 1; set < sets.size(); set++) {
      int slot = slot(keys[set]) & mask;
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = set;
    }
  }

  /**
   * A number for the bytes: the bytes themselves if there are no more than eight, as in the label
   * with the size of an object that all samples of a heap have.
   */
  private long key(int start, int size) {
    if (size <= 8 && start <= data.length - 8) {
      return words.getLong(start) & -1L >>> 64 - 8 * size;
    }
    long key = 0;
    for (int i = start + size - 1; i >= start; i--) {
      // Up to eight bytes just the same number as above.
      key = (size <= 8 ? key << 8 : key * 31) + (data[i] & 0xff);
    }
    return key;
  }

  private static int slot(long key) {
    return (int) ((key * 0x9e3779b97f4a7c15L) >>> 32);
  }

  private List<Label> decode(int start, int end) throws MalformedProfileException {
    List<Label> labels = new ArrayList<>(1);
    Wire wire = new Wire(data, start, end);
    while (wire.hasMore()) {
      int tag = wire.tag();
      if (tag == Field.SAMPLE_LABEL) {
        labels.add(label(wire.message()));
      } else {
        wire.skip(tag);
      }
    }
    return List.copyOf(labels);
  }

  private Label label(Wire wire) throws MalformedProfileException {
    String key = "";
    long text = 0;
    long number = 0;
    String unit = "";
    while (wire.hasMore()) {
      int tag = wire.tag();
      switch (tag) {
        case Field.LABEL_KEY -> key = strings.get(wire.varint(), wire.at);
        case Field.LABEL_TEXT -> text = wire.varint();
        case Field.LABEL_NUMBER -> number = wire.varint();
        case Field.LABEL_UNIT -> unit = strings.get(wire.varint(), wire.at);
        default -> wire.skip(tag);
      }
    }
    String value = strings.get(text, wire.at);
    // profile.proto: at most one of str and num is given; string 0 is "absent".
    return text != 0 ? new Label.Text(key, value) : new Label.Number(key, number, unit);
  }
}
