package dev.tidemark.profile.goroutine;

import dev.tidemark.profile.Frame;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The distinct stacks of a dump, in order of first appearance. Two goroutines share one if they
 * have the same frames (arguments and offsets apart) and were created by the same line.
 *
 * @param frames distinct frames
 * @param firstFrame where each stack starts in {@code frame}; one more entry than stacks
 * @param frame indexes into {@code frames}, leaf first
 * @param creator the frame of the {@code go} statement for each stack, −1 where the dump names none
 */
public record GoroutineStacks(List<Frame> frames, int[] firstFrame, int[] frame, int[] creator) {
  public GoroutineStacks {
    frames = List.copyOf(frames);
    if (firstFrame.length != creator.length + 1 || firstFrame[creator.length] != frame.length) {
      throw new IllegalArgumentException("columns of unequal length");
    }
  }

  public int count() {
    return creator.length;
  }

  /** The frames of one stack, leaf first; a view. */
  public List<Frame> stack(int stack) {
    return new View(this, firstFrame[stack], firstFrame[stack + 1]);
  }

  /** Who created the goroutines of a stack; none for main's and where the runtime did. */
  public List<Frame> createdBy(int stack) {
    return creator[stack] < 0 ? List.of() : List.of(frames.get(creator[stack]));
  }

  private static final class View extends AbstractList<Frame> implements RandomAccess {
    private final GoroutineStacks stacks;
    private final int start;
    private final int end;

    View(GoroutineStacks stacks, int start, int end) {
      this.stacks = stacks;
      this.start = start;
      this.end = end;
    }

    @Override
    public Frame get(int index) {
      if (index < 0 || index >= end - start) {
        throw new IndexOutOfBoundsException(index);
      }
      return stacks.frames.get(stacks.frame[start + index]);
    }

    @Override
    public int size() {
      return end - start;
    }
  }
}
