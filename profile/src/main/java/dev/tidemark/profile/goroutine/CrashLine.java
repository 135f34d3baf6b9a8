package dev.tidemark.profile.goroutine;

import java.util.List;

/**
 * The lines by which the runtime says why a process ends (runtime/panic.go,
 * runtime/signal_unix.go).
 */
final class CrashLine {
  private static final List<byte[]> STARTS =
      List.of(
          Bytes.of("panic: "),
          Bytes.of("\tpanic: "),
          Bytes.of("fatal error: "),
          Bytes.of("runtime: out of memory"),
          Bytes.of("runtime: goroutine stack exceeds"),
          Bytes.of("SIGQUIT: quit"),
          Bytes.of("SIGABRT: abort"),
          Bytes.of("SIGSEGV: "),
          Bytes.of("[signal "));

  private CrashLine() {}

  static boolean isOne(byte[] bytes, int from, int to) {
    for (byte[] start : STARTS) {
      if (Bytes.startsWith(bytes, from, to, start)) {
        return true;
      }
    }
    return false;
  }
}
