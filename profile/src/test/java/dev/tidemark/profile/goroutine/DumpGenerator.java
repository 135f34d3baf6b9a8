package dev.tidemark.profile.goroutine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Dumps as a leaking service gives them: some hundred distinct stacks, arguments all different. */
final class DumpGenerator {
  private static final String[] STATES = {
    "chan receive", "select", "IO wait", "chan send", "sync.Mutex.Lock", "semacquire"
  };

  private final SplittableRandom random = new SplittableRandom(1);
  private final byte[] bytes;
  private int size;

  private DumpGenerator(int bytes) {
    this.bytes = new byte[bytes];
  }

  /** A dump of exactly this size, cut off there as the runtime does it. */
  static byte[] dump(int bytes) {
    DumpGenerator generator = new DumpGenerator(bytes);
    for (long id = 1; generator.size < bytes; id++) {
      generator.goroutine(id);
    }
    return generator.bytes;
  }

  private void goroutine(long id) {
    int kind = random.nextInt(300);
    int minutes = random.nextInt(600);
    add("goroutine " + id + " [" + STATES[kind % STATES.length]);
    add(minutes > 0 ? ", " + minutes + " minutes]:\n" : "]:\n");
    int depth = 3 + kind % 6;
    for (int i = 0; i < depth; i++) {
      String hex = Long.toHexString(0xc000000000L + random.nextLong(1L << 30));
      add("github.com/acme/shop/internal/part" + (kind + i) % 97 + ".(*Server).handle" + i);
      add("(0x" + hex + ", {0x7a21b0?, 0x" + hex + "?})\n\tgithub.com/acme/shop/internal/part");
      add(
          (kind + i) % 97
              + "/server.go:"
              + (100 + kind)
              + " +0x"
              + Integer.toHexString(kind)
              + "\n");
    }
    add("created by github.com/acme/shop/internal/part" + kind % 97 + ".Start in goroutine 1\n");
    add("\tgithub.com/acme/shop/internal/part" + kind % 97 + "/server.go:50 +0x1a5\n\n");
  }

  private void add(String text) {
    byte[] more = text.getBytes(StandardCharsets.US_ASCII);
    int length = Math.min(more.length, bytes.length - size);
    System.arraycopy(Arrays.copyOf(more, length), 0, bytes, size, length);
    size += length;
  }
}
