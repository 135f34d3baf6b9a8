package dev.tidemark.detect;

import dev.tidemark.profile.Frame;
import java.util.List;

/**
 * Frames through which every goroutine waits that reads, writes or locks: they tell nothing about
 * who waits. {@code net/http.(*persistConn).readLoop} does, {@code internal/poll.runtime_pollWait}
 * below it does not.
 */
public final class Plumbing {
  private static final List<String> PREFIXES =
      List.of(
          "runtime.",
          "internal/",
          "sync.",
          "syscall.",
          "io.",
          "bufio.",
          "crypto/tls.",
          "os.(*File).",
          "net.(*conn).",
          "net.(*netFD).");

  private Plumbing() {}

  /**
   * A stack (leaf first) without the plumbing at its leaf; all of it where there is nothing else.
   */
  static List<Frame> taken(List<Frame> stack) {
    for (int i = 0; i < stack.size(); i++) {
      if (!is(stack.get(i))) {
        return stack.subList(i, stack.size());
      }
    }
    return stack;
  }

  public static boolean is(Frame frame) {
    for (String prefix : PREFIXES) {
      if (frame.function().startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
