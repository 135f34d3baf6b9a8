package dev.tidemark.diagnose.shape;

import dev.tidemark.profile.Frame;
import java.util.List;

/**
 * A stack, leaf first, that answers which functions are on it. Functions are asked for by the
 * beginning of their names, packages under {@code vendor} by their own path.
 */
record Stack(List<Frame> frames) {
  private static final String VENDOR = "/vendor/";

  boolean has(String... beginnings) {
    return indexOf(beginnings) >= 0;
  }

  /** Whether a function of a package whose path begins so has {@code part} in its name. */
  boolean hasIn(String packageBeginning, String part) {
    for (Frame frame : frames) {
      String function = plain(frame.function());
      if (function.startsWith(packageBeginning) && function.contains(part)) {
        return true;
      }
    }
    return false;
  }

  /** The index of the frame nearest to the leaf that begins in one of these ways, or −1. */
  int indexOf(String... beginnings) {
    for (int i = 0; i < frames.size(); i++) {
      if (begins(i, beginnings)) {
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

  /** Whether the outermost frame begins in one of these ways. */
  boolean endsWith(String... beginnings) {
    return !frames.isEmpty() && begins(frames.size() - 1, beginnings);
  }

  private boolean begins(int frame, String... beginnings) {
    String function = plain(frames.get(frame).function());
    for (String beginning : beginnings) {
      if (function.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  private static String plain(String function) {
    int vendor = function.lastIndexOf(VENDOR);
    return vendor < 0 ? function : function.substring(vendor + VENDOR.length());
  }
}
