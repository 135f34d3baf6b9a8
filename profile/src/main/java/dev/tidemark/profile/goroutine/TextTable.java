package dev.tidemark.profile.goroutine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers distinct pieces of the input in order of first appearance, by where they first stand: no
 * copy is made and no String, until the end and once for each distinct piece.
 */
final class TextTable {
  private final byte[] bytes;
  private int[] start = new int[64];
  private int[] length = new int[64];
  private int[] hash = new int[64];
  private int[] slots = new int[256];
  private int size;

  TextTable(byte[] bytes) {
    this.bytes = bytes;
  }

  int size() {
    return size;
  }

  int intern(int from, int to) {
    int pieceHash = hash(from, to);
    int pieceLength = to - from;
    int mask = slots.length - 1;
    int slot = pieceHash & mask;
    while (slots[slot] != 0) {
      int number = slots[slot] - 1;
      if (hash[number] == pieceHash
          && length[number] == pieceLength
          && Arrays.equals(bytes, start[number], start[number] + pieceLength, bytes, from, to)) {
        return number;
      }
      slot = slot + 1 & mask;
    }
    slots[slot] = size + 1;
    return add(from, pieceLength, pieceHash);
  }

  private int add(int from, int pieceLength, int pieceHash) {
    if (size == start.length) {
      start = Arrays.copyOf(start, size * 2);
      length = Arrays.copyOf(length, size * 2);
      hash = Arrays.copyOf(hash, size * 2);
    }
    start[size] = from;
    length[size] = pieceLength;
    hash[size] = pieceHash;
    size++;
    if (size * 2 > slots.length) {
      rehash();
    }
    return size - 1;
  }

  private void rehash() {
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int i = 0; i < size; i++) {
      int slot = hash[i] & mask;
      while (slots[slot] != 0) {
        slot = slot + 1 & mask;
      }
      slots[slot] = i + 1;
    }
  }

  private int hash(int from, int to) {
    // 64 bits of state, so that a crafted file can't easily make all of its names collide.
    long value = to - from;
    for (int i = from; i < to; i++) {
      value = (value ^ bytes[i]) * 0x9e3779b97f4a7c15L;
      value ^= value >>> 32;
    }
    return (int) value;
  }

  String text(int number) {
    return new String(bytes, start[number], length[number], StandardCharsets.UTF_8);
  }

  List<String> texts() {
    List<String> texts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      texts.add(text(i));
    }
    return texts;
  }
}
