package dev.tidemark.profile.pprof;

import dev.tidemark.profile.Label;
import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The distinct label sets of a profile, told apart by their bytes: a heap profile has one set for
 * each object size, thousands of samples share it, and each is decoded once.
 */
final class LabelSets {
  // Beyond as many steps a set is decoded again: many of one hash would cost quadratic time.
  private static final int LONGEST_SEARCH = 64;
  // So many that a search mostly ends where it begins: one step more or less can't be foreseen by a
  // processor, and costs it as much as all the rest of the search.
  private static final int SLOTS_FOR_EACH = 4;

  private final byte[] data;
  private final StringTable strings;
  private final int mostLabels;
  private final List<List<Label>> sets = new ArrayList<>();
  private int[] from = new int[64];
  private int[] length = new int[64];
  private long[] keys = new long[64];
  private int[] slots = new int[SLOTS_FOR_EACH * 64];
  private int labelCount;

  LabelSets(byte[] data, StringTable strings, Limits limits) {
    this.data = data;
    this.mostLabels = limits.tableEntries();
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
    int slot = slot(key);
    int steps = 0;
    while (slots[slot] != 0 && steps++ < LONGEST_SEARCH) {
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
    if (slots[slot] == 0) {
      slots[slot] = set;
    }
    if (set * SLOTS_FOR_EACH > slots.length) {
      rehash();
    }
    return set;
  }

  private void rehash() {
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int set = 1; set < sets.size(); set++) {
      int slot = slot(keys[set]);
      for (int steps = 0; slots[slot] != 0 && steps < LONGEST_SEARCH; steps++) {
        slot = (slot + 1) & mask;
      }
      if (slots[slot] == 0) {
        slots[slot] = set;
      }
    }
  }

  /**
   * A number for the bytes: the bytes themselves if there are no more than eight, as in the label
   * with the size of an object that all samples of a heap have.
   */
  private long key(int start, int size) {
    if (size <= 8 && start <= data.length - 8) {
      return Words.at(data, start) & Words.first(size);
    }
    long key = 0;
    for (int i = start + size - 1; i >= start; i--) {
      // Up to eight bytes just the same number as above.
      key = (size <= 8 ? key << 8 : key * 31) + (data[i] & 0xff);
    }
    return key;
  }

  /**
   * Where a search for a key begins: the uppermost bits, for only they depend on all of the key.
   */
  private int slot(long key) {
    return (int) ((key * 0x9e3779b97f4a7c15L) >>> Long.numberOfLeadingZeros(slots.length - 1L));
  }

  private List<Label> decode(int start, int end) throws MalformedProfileException {
    List<Label> labels = new ArrayList<>(1);
    Wire wire = new Wire(data, start, end);
    while (wire.hasMore()) {
      int tag = wire.tag();
      if (tag == Field.SAMPLE_LABEL) {
        Label label = label(wire.message());
        if (label != null) {
          labels.add(label);
        }
        if (++labelCount > mostLabels) {
          throw new MalformedProfileException(
              wire.at, "more than %,d labels".formatted(mostLabels));
        }
      } else {
        wire.skip(tag);
      }
    }
    return List.copyOf(labels);
  }

  /** A label, null where neither a text nor a number is given: Go's tools leave it out as well. */
  private @Nullable Label label(Wire wire) throws MalformedProfileException {
    String key = "";
    long text = 0;
    int textAt = wire.at;
    long number = 0;
    long unit = 0;
    int unitAt = wire.at;
    while (wire.hasMore()) {
      int tag = wire.tag();
      switch (tag) {
        case Field.LABEL_KEY -> key = strings.named(wire);
        case Field.LABEL_TEXT -> {
          textAt = wire.at;
          text = wire.varint();
        }
        case Field.LABEL_NUMBER -> number = wire.varint();
        case Field.LABEL_UNIT -> {
          unitAt = wire.at;
          unit = wire.varint();
        }
        default -> wire.skip(tag);
      }
    }
    // profile.proto: at most one of str and num is given; string 0 is "absent".
    String unitName = strings.get(unit, unitAt);
    if (text != 0) {
      return new Label.Text(key, strings.get(text, textAt));
    }
    return number == 0 && unitName.isEmpty() ? null : new Label.Number(key, number, unitName);
  }
}
