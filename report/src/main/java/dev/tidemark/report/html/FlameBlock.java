package dev.tidemark.report.html;

import dev.tidemark.profile.Frame;
import dev.tidemark.profile.frame.FrameOwners;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;

/**
 * A tree as {@code flame.js} reads it: deflated (RFC 1951, which browsers inflate by themselves),
 * in base64.
 *
 * <pre>
 *   version      1
 *   functions    how many, then of each: name, file, owner (0 runtime, 1 standard library, 2 library, 3 service)
 *   nodes        how many, in the order of {@link DrawnTree}, then column by column:
 *                function (0 none, else from 1), children, gathered, growth, shrinkage, size
 * </pre>
 *
 * Numbers are those of {@link ByteColumn}. Functions are numbered by how often they are drawn, so
 * that most numbers are a byte. Values are of a node alone, most of them 0.
 */
final class FlameBlock {
  static final int VERSION = 1;

  private FlameBlock() {}

  static String of(CallTree calls, DrawnTree drawn, FrameOwners owners) {
    ByteColumn out = new ByteColumn();
    out.number(VERSION);
    int[] order = byUse(drawn, calls.functions());
    int[] numberOf = new int[calls.functions()];
    out.number(order.length);
    for (int i = 0; i < order.length; i++) {
      numberOf[order[i]] = i + 1;
      Frame frame = calls.dictionary().frameAt(calls.frameOf(order[i]));
      out.text(Markup.visible(frame.function()));
      out.text(Markup.visible(frame.file()));
      out.number(owners.owner(frame).ordinal());
    }
    out.number(drawn.count());
    for (int function : drawn.functions()) {
      out.number(function == CallTree.NO_FUNCTION ? 0 : numberOf[function]);
    }
    out.numbers(drawn.children());
    out.numbers(drawn.gathered());
    out.numbers(drawn.growth());
    out.numbers(drawn.shrinkage());
    out.numbers(drawn.sizes());
    return Base64.getEncoder().encodeToString(deflate(out.toBytes()));
  }

  /** Functions that are drawn, the most frequent first. */
  private static int[] byUse(DrawnTree drawn, int functions) {
    int[] uses = new int[functions];
    for (int function : drawn.functions()) {
      uses[function]++;
    }
    long[] sorted = new long[functions];
    int used = 0;
    for (int function = 1; function < functions; function++) {
      if (uses[function] > 0) {
        sorted[used++] = (long) -uses[function] << 32 | function;
      }
    }
    Arrays.sort(sorted, 0, used);
    int[] order = new int[used];
    for (int i = 0; i < used; i++) {
      order[i] = (int) sorted[i];
    }
    return order;
  }

  private static byte[] deflate(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3 + 64);
    try (Deflater deflater = new Deflater(6, true)) {
      deflater.setInput(bytes);
      deflater.finish();
      byte[] buffer = new byte[1 << 16];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
    }
    return out.toByteArray();
  }
}
