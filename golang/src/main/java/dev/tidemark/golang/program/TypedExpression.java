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
 * An expression and its type, as go/types records them in {@code Info.Types}.
 *
 * @param file relative to a folder
 * @param line from 1, as are the others; columns are bytes
 * @param endLine where the byte behind it is
 * @param node as go/ast names it
 * @param type with whole package paths; {@code unknown} where a part of it is not known
 */
public record TypedExpression(
    String file, int line, int column, int endLine, int endColumn, String node, String type) {
  private record Entry(Expr expr, String type) {
    String node() {
      return expr.getClass().getSimpleName();
    }
  }

  /**
   * Those of a package, file by file in order of place.
   *
   * @param root what paths of files are told relative to
   */
  public static List<TypedExpression> of(SourcePackage source, String root) {
    List<TypedExpression> all = new ArrayList<>();
    for (TypedFile file : source.files()) {
      List<Entry> entries = new ArrayList<>();
      add(file.info(), entries);
      for (Decl.FuncDecl function : file.functions()) {
        add(source.body(function), entries);
      }
      entries.sort(
          Comparator.comparingInt((Entry entry) -> entry.expr.from())
              .thenComparingInt(entry -> entry.expr.to())
              .thenComparing(Entry::node));
      String path = file.unit().path();
      String name = path.startsWith(root + "/") ? path.substring(root.length() + 1) : path;
      Lines lines = file.unit().tree().lines();
      entries.forEach(entry -> all.add(of(entry, name, lines)));
    }
    return all;
  }

  private static void add(TypeInfo info, List<Entry> entries) {
    info.forEachType((expr, typed) -> {
      if (typed.mode() != Mode.UNKNOWN) {
        entries.add(new Entry(expr, TypeText.whole(typed.type()).orElse("unknown")));
      }
    });
  }

  private static TypedExpression of(Entry entry, String file, Lines lines) {
    int from = entry.expr.from();
    int to = entry.expr.to();
    return new TypedExpression(
        file,
        lines.line(from),
        lines.column(from),
        lines.line(to),
        lines.column(to),
        entry.node(),
        entry.type);
  }
}
