package dev.tidemark.golang.program;

import dev.tidemark.golang.check.SourcePackage;

/**
 * The type of every expression of a package as lines of text: {@code
 * FILE:LINE:COLUMN-LINE:COLUMN<tab>NODE<tab>TYPE}, in order of place.
 */
public final class TypeLines {
  private TypeLines() {}

  /**
   * @param root what paths of files are told relative to
   */
  public static String of(SourcePackage source, String root) {
    StringBuilder out = new StringBuilder();
    for (TypedExpression one : TypedExpression.of(source, root)) {
      out.append(one.file()).append(':');
      out.append(one.line()).append(':').append(one.column()).append('-');
      out.append(one.endLine()).append(':').append(one.endColumn()).append('\t');
      out.append(one.node()).append('\t').append(one.type()).append('\n');
    }
    return out.toString();
  }
}
