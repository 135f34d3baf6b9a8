package dev.tidemark.scan.mend;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Edits of one file, made at once. */
public final class Edits {
  private final List<Edit> edits;

  private Edits(List<Edit> edits) {
    this.edits = edits;
  }

  /** What two findings ask for alike is done once. */
  public static Edits of(List<Edit> edits) {
    return new Edits(edits.stream().distinct().sorted().toList());
  }

  public byte[] applied(byte[] source) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(source.length + 64);
    int at = 0;
    for (Edit edit : edits) {
      if (edit.from() < at) {
        throw new IllegalArgumentException("edits overlap at byte " + edit.from());
      }
      out.write(source, at, edit.from() - at);
      out.writeBytes(edit.text().getBytes(StandardCharsets.UTF_8));
      at = edit.to();
    }
    out.write(source, at, source.length - at);
    return out.toByteArray();
  }

  /** Where a line is afterwards. */
  public int line(int line) {
    int added = 0;
    for (Edit edit : edits) {
      // Lines are added in front of others, never within one.
      if (edit.span().line() < line || edit.span().line() == line && edit.span().column() == 1) {
        added += (int) edit.text().chars().filter(c -> c == '\n').count();
      }
    }
    return line + added;
  }
}
