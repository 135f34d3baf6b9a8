package dev.tidemark.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads a block as {@code flame.js} does, by the description in {@link FlameBlock}. */
final class FlameBlockReader {
  /** A function of the block; the first one is "none". */
  record Function(String name, String file, long owner) {}

  /** A node, in the order of drawing, with values of its own. */
  record Node(
      Function function, long children, long gathered, long growth, long shrinkage, long size) {}

  private final byte[] bytes;
  private int at;

  private FlameBlockReader(byte[] bytes) {
    this.bytes = bytes;
  }

  static List<Node> read(String base64) throws DataFormatException {
    return new FlameBlockReader(inflate(Base64.getDecoder().decode(base64))).nodes();
  }

  private List<Node> nodes() {
    if (number() != 1) {
      throw new IllegalStateException("of another version");
    }
    List<Function> functions = new ArrayList<>(List.of(new Function("", "", -1)));
    for (long left = number(); left > 0; left--) {
      functions.add(new Function(text(), text(), number()));
    }
    int count = (int) number();
    long[][] columns = new long[6][count];
    for (long[] column : columns) {
      for (int i = 0; i < count; i++) {
        column[i] = number();
      }
    }
    if (at != bytes.length) {
      throw new IllegalStateException("more than was announced");
    }
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      nodes.add(
          new Node(
              functions.get((int) columns[0][i]),
              columns[1][i],
              columns[2][i],
              columns[3][i],
              columns[4][i],
              columns[5][i]));
    }
    return nodes;
  }

  private long number() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[at++];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private String text() {
    int length = (int) number();
    at += length;
    return new String(bytes, at - length, length, UTF_8);
  }

  private static byte[] inflate(byte[] packed) throws DataFormatException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Inflater inflater = new Inflater(true)) {
      inflater.setInput(packed);
      byte[] buffer = new byte[4096];
      while (!inflater.finished()) {
        out.write(buffer, 0, inflater.inflate(buffer));
      }
    }
    return out.toByteArray();
  }
}
