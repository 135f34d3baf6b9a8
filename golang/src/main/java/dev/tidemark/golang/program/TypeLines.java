package dev.tidemark.golang.program;

import dev.tidemark.golang.check.Mode;
import dev.tidemark.golang.check.SourcePackage;
import dev.tidemark.golang.check.SourcePackage.TypedFile;
import dev.tidemark.golang.check.TypeInfo;
import dev.tidemark.golang.syntax.Decl;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Lines;
import dev.tidemark.golang.types.TypeText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The type of every expression of a package as lines of text, as go/types records them in {@code
 * Info.Types}: {@code FILE:LINE:COLUMN-LINE:COLUMN<tab>NODE<tab>TYPE}, in order of place. A type of
 * which a part is not known is {@code unknown}.
 */
public final class TypeLines {
  private TypeLines() {}

  private record Entry(Expr expr, String type) {}

  /**
   * @param root what paths of files are told relative to
   */
  public static String of(SourcePackage source, String root) {
    StringBuilder out = new StringBuilder();
    for (TypedFile file : source.files()) {
      List<Entry> entries = new ArrayList<>();
      add(file.info(), entries);
      for (Decl.FuncDecl function : file.functions()) {
        add(source.body(function), entries);
      }
      entries.sort(
          Comparator.comparingInt((Entry entry) -> entry.expr.from())
              .thenComparingInt(entry -> entry.expr.to())
              .thenComparing(entry -> node(entry.expr)));
      String path = file.unit().path();
      String name = path.startsWith(root + "/") ? path.substring(root.length() + 1) : path;
      for (Entry entry : entries) {
        line(out, name, file.unit().tree().lines(), entry);
      }
    }
    return out.toString();
  }

  private static void add(TypeInfo info, List<Entry> entries) {
    info.forEachType((expr, typed) -> {
      if (typed.mode() != Mode.UNKNOWN) {
        entries.add(new Entry(expr, TypeText.whole(typed.type()).orElse("unknown")));
      }
    });
  }

  private static String node(Expr expr) {
    return expr.getClass().getSimpleName();
  }

  private static void line(StringBuilder out, String file, Lines lines, Entry entry) {
    Expr expr = entry.expr;
    out.append(file).append(':');
    place(out, lines, expr.from());
    out.append('-');
    place(out, lines, expr.to());
    out.append('\t').append(node(expr)).append('\t').append(entry.type).append('\n');
  }

  private static void place(StringBuilder out, Lines lines, int offset) {
    out.append(lines.line(offset)).append(':').append(lines.column(offset));
  }
}
