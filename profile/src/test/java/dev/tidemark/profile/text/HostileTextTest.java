package dev.tidemark.profile.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import dev.tidemark.profile.Mutator;
import dev.tidemark.profile.goroutine.GoroutineDump;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/**
 * Text made to cost more than its size: everything distinct, one endless line, nothing but starts.
 */
class HostileTextTest {
  /** 48 MiB beside the 100,000 mutations of the slow run, which fits a heap of 256 MiB. */
  private static final int SIZE = Mutator.rounds() > 10_000 ? 48 << 20 : 6 << 20;

  private static final Limits LIMITS = Limits.forHeap(256L << 20);

  @FunctionalInterface
  private interface Reader {
    Object read(byte[] bytes) throws MalformedProfileException;
  }

  private static byte[] text(String head, IntFunction<String> piece) {
    byte[] bytes = new byte[SIZE];
    int size = 0;
    byte[] next = head.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; size + next.length <= SIZE; i++) {
      System.arraycopy(next, 0, bytes, size, next.length);
      size += next.length;
      next = piece.apply(i).getBytes(StandardCharsets.US_ASCII);
    }
    return Arrays.copyOf(bytes, size);
  }

  private static void survives(byte[] bytes, Reader reader) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          try {
            assertThat(reader.read(bytes)).isNotNull();
          } catch (MalformedProfileException expected) {
            assertThat(expected).hasMessageContaining("byte");
          }
        });
  }

  private static void dump(String head, IntFunction<String> piece) {
    survives(text(head, piece), bytes -> GoroutineDump.parse(bytes, LIMITS).groups());
  }

  private static String name(int i) {
    return Integer.toString(i, 36);
  }

  @Test
  void dumps() {
    String header = "goroutine 1 [a]:\n";
    dump(header, i -> name(i) + "()\n");
    dump(header, i -> "a(\n\t:" + i + "\n");
    dump(header, i -> header);
    dump(header, i -> "goroutine 1 [" + name(i) + "]:\n");
    dump(header, i -> "goroutine 1 [a {a:" + name(i) + "}]:\n");
    dump(header, i -> "x" + i + "goroutine 1 [a]:\n");
    dump(header, i -> "goroutine 1 ");
    dump(header, i -> "(0x0");
  }

  @Test
  void textProfiles() {
    String heap = "heap profile: 1: 8 [3: 48] @ heap/1024\n";
    Reader heapReader = bytes -> TextHeap.parse(bytes, LIMITS);
    survives(text(heap, i -> "1: 8 [1: 8] @\n"), heapReader);
    survives(
        text(heap + "1: 8 [1: 8] @\n", i -> "#\t0x" + Integer.toHexString(i) + "\n"), heapReader);
    survives(text(heap + "1: 8 [1: 8] @", i -> " 0x1"), heapReader);
    survives(text(heap + "# runtime.MemStats\n# PauseNs = ", i -> "1 "), heapReader);
    survives(
        text("goroutine profile: total 1\n", i -> "1 @\n# labels: {\"a\":\"b\"}\n"),
        bytes -> TextCounts.parse(bytes, LIMITS));
    survives(
        text("", i -> "gc 1 @1s 1%: , 1->1->1 MB, 1 MB goal\n"),
        bytes -> GcTrace.parse(bytes, LIMITS));
    survives(text("", i -> "gc 1 @1s "), bytes -> GcTrace.parse(bytes, LIMITS));
  }
}
