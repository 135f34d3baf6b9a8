package dev.tidemark.profile.goroutine;

import java.util.Arrays;

/** A growing column of ints. */
final class IntColumn {
  private int[] values = new int[256];
  private int size;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1));
    }
    values[size++] = value;
  }

  int get(int index) {
    return values[index];
  }

  int size() {
    return size;
  }

  void truncate(int newSize) {
    size = newSize;
  }

  boolean sameRange(int first, int second, int length) {
    return Arrays.equals(values, first, first + length, values, second, second + length);
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
