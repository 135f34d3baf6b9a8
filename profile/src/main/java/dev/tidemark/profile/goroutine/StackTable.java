package dev.tidemark.profile.goroutine;

/**
 * Numbers distinct stacks. The frames of the stack being read are appended to one column; if the
 * stack turns out to be known, they are taken off again.
 */
final class StackTable {
  private final IntColumn frame = new IntColumn();
  private final IntColumn firstFrame = new IntColumn();
  private final IntColumn creator = new IntColumn();
  private final IntColumn hash = new IntColumn();
  private int[] slots = new int[256];
  private int start;

  StackTable() {
    firstFrame.add(0);
  }

  void push(int frameNumber) {
    frame.add(frameNumber);
  }

  /** Frames of the stack being read. */
  int depth() {
    return frame.size() - start;
  }

  /** Ends the stack being read. */
  int intern(int creatorFrame) {
    int stackHash = hashOfOpenStack(creatorFrame);
    int mask = slots.length - 1;
    int slot = stackHash & mask;
    while (slots[slot] != 0) {
      int number = slots[slot] - 1;
      if (hash.get(number) == stackHash && isOpenStack(number, creatorFrame)) {
        frame.truncate(start);
        return number;
      }
      slot = slot + 1 & mask;
    }
    creator.add(creatorFrame);
    hash.add(stackHash);
    firstFrame.add(frame.size());
    start = frame.size();
    slots[slot] = creator.size();
    if (creator.size() * 2 > slots.length) {
      rehash();
    }
    return creator.size() - 1;
  }

  private boolean isOpenStack(int number, int creatorFrame) {
    int first = firstFrame.get(number);
    int length = firstFrame.get(number + 1) - first;
    return creator.get(number) == creatorFrame
        && length == depth()
        && frame.sameRange(first, start, length);
  }

  private int hashOfOpenStack(int creatorFrame) {
    long value = creatorFrame;
    for (int i = start; i < frame.size(); i++) {
      value = (value ^ frame.get(i)) * 0x9e3779b97f4a7c15L;
      value ^= value >>> 29;
    }
    return (int) (value ^ value >>> 32);
  }

  private void rehash() {
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int i = 0; i < creator.size(); i++) {
      int slot = hash.get(i) & mask;
      while (slots[slot] != 0) {
        slot = slot + 1 & mask;
      }
      slots[slot] = i + 1;
    }
  }

  int[] firstFrames() {
    return firstFrame.toArray();
  }

  int[] frames() {
    return frame.toArray();
  }

  int[] creators() {
    return creator.toArray();
  }
}
