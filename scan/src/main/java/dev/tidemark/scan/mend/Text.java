package dev.tidemark.scan.mend;

import dev.tidemark.golang.syntax.Lines;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.scan.Span;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The bytes of a file by lines, and edits of them that leave its layout as gofmt has it. */
final class Text {
  private final String file;
  private final byte[] bytes;
  private final Lines lines;
  private final int[] starts;

  Text(String file, byte[] bytes, Lines lines) {
    this.file = file;
    this.bytes = bytes;
    this.lines = lines;
    this.starts = starts(bytes, lines.count());
  }

  private static int[] starts(byte[] bytes, int count) {
    int[] starts = new int[count + 1];
    int line = 1;
    for (int i = 0; i < bytes.length && line < count; i++) {
      if (bytes[i] == '\n') {
        starts[line++] = i + 1;
      }
    }
    starts[count] = bytes.length;
    return starts;
  }

  String of(Node node) {
    return text(node.from(), node.to());
  }

  private String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /** A line with its end; empty behind the last one. */
  private String line(int line) {
    return line < 1 || line > lines.count() ? "" : text(starts[line - 1], starts[line]);
  }

  /** A line of its own behind a statement, as far from the margin as that begins. */
  Edit lineBehind(Node statement, String text) throws NotMendable {
    int first = lines.line(statement.from());
    int last = lines.line(statement.to() - 1);
    String behind = text(statement.to(), starts[last]).strip();
    if (!behind.isEmpty() && !behind.startsWith("//")) {
      throw new NotMendable("more code stands on the line of the statement");
    }
    return insert(last + 1, indent(first, statement), text);
  }

  /** A line of its own before a statement. */
  Edit lineBefore(Node statement, String text) throws NotMendable {
    int first = lines.line(statement.from());
    return insert(first, indent(first, statement), text);
  }

  private Edit insert(int line, String indent, String text) throws NotMendable {
    if (line > lines.count() || hasComment(line - 1) && hasComment(line)) {
      // gofmt aligns comments of lines that follow each other.
      throw new NotMendable("comments on these lines are aligned, and would not be any more");
    }
    int at = starts[line - 1];
    String end = line(line - 1).endsWith("\r\n") ? "\r\n" : "\n";
    return new Edit(file, at, at, indent + text + end, new Span(file, line, 1, line, 1));
  }

  private String indent(int line, Node statement) throws NotMendable {
    String indent = text(starts[line - 1], statement.from());
    if (!indent.isBlank()) {
      throw new NotMendable("more code stands on the line of the statement");
    }
    return indent;
  }

  /** Other text in the place of a part of a line. */
  Edit replace(int from, int to, String text) throws NotMendable {
    int line = lines.line(from);
    if (hasComment(line) && (hasComment(line - 1) || hasComment(line + 1))) {
      throw new NotMendable("comments on these lines are aligned, and would not be any more");
    }
    Span span = new Span(file, line, lines.column(from), line, lines.column(to));
    return new Edit(file, from, to, text, span);
  }

  /** Whether a comment stands behind code; what looks like one in a string counts as well. */
  private boolean hasComment(int line) {
    String text = line(line).strip();
    return text.contains("//") && !text.startsWith("//") || text.contains("/*");
  }

  /** Whether a comment on the line of a statement, or above it, has a word. */
  boolean isSpokenOf(Node statement, Pattern word) {
    int line = lines.line(statement.from());
    String own = line(line);
    int comment = own.indexOf("//");
    if (comment >= 0 && word.matcher(own.substring(comment)).find()) {
      return true;
    }
    for (int above = line - 1; line(above).strip().startsWith("//"); above--) {
      if (word.matcher(line(above)).find()) {
        return true;
      }
    }
    return false;
  }

  boolean isGenerated() {
    for (int line = 1; line <= lines.count(); line++) {
      String text = line(line).strip();
      if (text.startsWith("package ")) {
        return false;
      }
      if (text.startsWith("// Code generated ") && text.endsWith(" DO NOT EDIT.")) {
        return true;
      }
    }
    return false;
  }
}
