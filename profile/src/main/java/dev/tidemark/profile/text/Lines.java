package dev.tidemark.profile.text;

import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import java.nio.charset.StandardCharsets;

/**
 * The lines of an input, one at a time, each with its byte offset. Of a line longer than {@link
 * #MAX_LENGTH} only that much is kept in memory, and it can't be scanned.
 */
final class Lines {
  /** Room for a stack of 100,000 addresses and more; the pauses of a heap's trailer take 5 KB. */
  static final int MAX_LENGTH = 4 << 20;

  private final byte[] bytes;
  private int next;
  private int start;
  private String line = "";
  private boolean cut;

  Lines(byte[] bytes, Limits limits) throws MalformedProfileException {
    if (bytes.length > limits.inflatedBytes()) {
      throw new MalformedProfileException(
          limits.inflatedBytes(), "more than %,d bytes".formatted(limits.inflatedBytes()));
    }
    this.bytes = bytes;
  }

  /** Goes to the next line; false at the end. */
  boolean advance() {
    if (next >= bytes.length) {
      return false;
    }
    start = next;
    int end = start;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    next = end + 1;
    if (end > start && bytes[end - 1] == '\r') {
      end--;
    }
    cut = end - start > MAX_LENGTH;
    line = new String(bytes, start, Math.min(end - start, MAX_LENGTH), StandardCharsets.UTF_8);
    return true;
  }

  String line() {
    return line;
  }

  boolean isCut() {
    return cut;
  }

  MalformedProfileException malformed(String problem) {
    return new MalformedProfileException(start, problem);
  }
}
