package dev.tidemark.golang.check;

import dev.tidemark.golang.syntax.Decl;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Spec;
import java.util.ArrayList;
import java.util.List;

/** Constants declared together: one without a value has that of the one before. */
final class ConstGroup {
  private ConstGroup() {}

  /**
   * @param type {@link Expr#NONE} where there is none
   * @param values repeated from an earlier line where this one has none
   */
  record Entry(Spec.ValueSpec spec, int iota, Expr type, List<Expr> values) {}

  static List<Entry> of(Decl.GenDecl declaration) {
    List<Entry> entries = new ArrayList<>();
    Expr type = Expr.NONE;
    List<Expr> values = List.of();
    int iota = 0;
    for (Spec spec : declaration.specs()) {
      if (spec instanceof Spec.ValueSpec line) {
        if (!line.type().isNone() || !line.values().isEmpty()) {
          type = line.type();
          values = line.values();
        }
        entries.add(new Entry(line, iota, type, values));
      }
      iota++;
    }
    return entries;
  }
}
