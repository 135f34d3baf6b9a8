package dev.tidemark.golang.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * What the comments before a package clause say of the builds a file belongs to: one {@code
 * //go:build} line, or where there is none the older {@code // +build} lines, which must stand
 * before an empty line (go/build, {@code parseFileHeader}).
 */
public final class FileHeader {
  private static final String GO_BUILD = "//go:build";
  private static final String GENERATED_START = "// Code generated ";
  private static final String GENERATED_END = " DO NOT EDIT.";

  private final byte[] bytes;
  private int at;
  private int constraintAt = -1;
  private String constraint = "";
  private final List<String> plusBuild = new ArrayList<>();
  private boolean isGenerated;

  /** After a block comment no {@code +build} line counts any more; {@code go:build} lines do. */
  private boolean hasBlockComment;

  private FileHeader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The condition under which a file is built. */
  public static Constraint constraint(byte[] bytes) throws MalformedConstraintException {
    FileHeader header = new FileHeader(bytes);
    header.read();
    if (header.constraintAt >= 0) {
      return ConstraintParser.parse(header.constraint, header.constraintAt);
    }
    Constraint all = new Constraint.Always();
    for (String line : header.plusBuild) {
      all = new Constraint.And(all, PlusBuild.parse(line));
    }
    return all;
  }

  /**
   * Whether a comment of the header says that a program wrote the file (go.dev/s/generatedcode).
   */
  public static boolean isGenerated(byte[] bytes) throws MalformedConstraintException {
    FileHeader header = new FileHeader(bytes);
    header.read();
    return header.isGenerated;
  }

  private void read() throws MalformedConstraintException {
    List<String> sinceEmptyLine = new ArrayList<>();
    boolean isInComment = false;
    if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB) {
      at = 3;
    }
    while (at < bytes.length) {
      int from = at;
      String line = line();
      if (!isInComment && line.isEmpty()) {
        plusBuild.addAll(sinceEmptyLine);
        sinceEmptyLine.clear();
        continue;
      }
      if (!isInComment && line.startsWith("//")) {
        comment(line, from, sinceEmptyLine);
        continue;
      }
      int rest = 0;
      boolean isCode = false;
      while (rest < line.length()) {
        if (isInComment) {
          int end = line.indexOf("*/", rest);
          if (end < 0) {
            break;
          }
          isInComment = false;
          rest = end + 2;
        } else if (Character.isWhitespace(line.charAt(rest))) {
          rest++;
        } else if (line.startsWith("/*", rest)) {
          isInComment = true;
          rest += 2;
          hasBlockComment = true;
        } else {
          isCode = !line.startsWith("//", rest);
          break;
        }
      }
      if (isCode) {
        return;
      }
    }
  }

  private void comment(String line, int from, List<String> sinceEmptyLine)
      throws MalformedConstraintException {
    if (line.startsWith(GENERATED_START) && line.endsWith(GENERATED_END)) {
      isGenerated = true;
    }
    if (isGoBuild(line)) {
      if (constraintAt >= 0) {
        throw new MalformedConstraintException(from, "multiple //go:build comments");
      }
      constraintAt = from + GO_BUILD.length();
      constraint = line.substring(GO_BUILD.length()).strip();
    } else if (!hasBlockComment && PlusBuild.is(line)) {
      sinceEmptyLine.add(line);
    }
  }

  private static boolean isGoBuild(String line) {
    return line.startsWith(GO_BUILD)
        && (line.length() == GO_BUILD.length()
            || line.charAt(GO_BUILD.length()) == ' '
            || line.charAt(GO_BUILD.length()) == '\t');
  }

  private String line() {
    int from = at;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    String line = new String(bytes, from, at - from, UTF_8).strip();
    at++;
    return line;
  }
}
