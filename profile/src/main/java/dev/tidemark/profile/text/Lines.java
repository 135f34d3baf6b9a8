package dev.tidemark.profile.text;

import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import java.nio.charset.StandardCharsets;

/** The lines of an input, one at a time, each with its byte offset. */
final class Lines {
  private final byte[] bytes;
  private int next;
  private int start;
  private String line = "";

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
    line = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    return true;
  }

  String line() {
    return line;
  }

  MalformedProfileException malformed(String problem) {
    return new MalformedProfileException(start, problem);
  }
}
