package dev.tidemark.diagnose.shape;

import dev.tidemark.profile.Frame;
import java.util.List;

/** A stack, leaf first, that answers which functions are on it. */
record Stack(List<Frame> frames) {
  boolean has(Functions functions) {
    return indexOf(functions) >= 0;
  }

  boolean has(String... beginnings) {
    return has(Functions.of(beginnings));
  }

  /** Whether a function of a package whose path begins so has {@code part} in its name. */
  boolean hasIn(String packageBeginning, String part) {
    for (Frame frame : frames) {
      String function = Functions.withoutVendor(frame.function());
      if (function.startsWith(packageBeginning) && function.contains(part)) {
        return true;
      }
    }
    return false;
  }

  /** The index of the frame nearest to the leaf that is of these, or −1. */
  int indexOf(Functions functions) {
    for (int i = 0; i < frames.size(); i++) {
      if (functions.include(frames.get(i).function())) {
        return i;
      }
    }
    return -1;
  }

  /** What the function called: the frames before its first one; all where it is not there. */
  Stack calledBy(String function) {
    for (int i = 0; i < frames.size(); i++) {
      if (frames.get(i).function().equals(function)) {
        return new Stack(frames.subList(0, i));
      }
    }
    return this;
  }

  /** Whether the outermost frame is of these. */
  boolean endsWith(Functions functions) {
    return !frames.isEmpty() && functions.include(frames.getLast().function());
  }

  boolean endsWith(String... beginnings) {
    return endsWith(Functions.of(beginnings));
  }
}
