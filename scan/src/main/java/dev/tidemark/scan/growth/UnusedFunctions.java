package dev.tidemark.scan.growth;

import dev.tidemark.golang.check.SourcePackage.TypedFile;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.syntax.Decl;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Walk;
import dev.tidemark.scan.Unit;
import java.util.HashSet;
import java.util.Set;

/** Functions that no other package can call and this one never names. */
final class UnusedFunctions {
  /** Every name that the package uses anywhere, but where a function is declared. */
  private final Set<String> used = new HashSet<>();

  private UnusedFunctions(Unit unit) {
    for (TypedFile file : unit.files()) {
      for (Decl decl : file.unit().tree().decls()) {
        Expr.Ident own =
            decl instanceof Decl.FuncDecl function ? function.name() : Expr.Ident.NO_NAME;
        Walk.preorder(
            decl,
            node -> {
              if (node instanceof Expr.Ident name && name != own) {
                used.add(name.name());
              }
              return true;
            });
      }
    }
  }

  static UnusedFunctions of(Unit unit) {
    return unit.once(UnusedFunctions.class, () -> new UnusedFunctions(unit));
  }

  boolean has(Body body) {
    String name = body.symbol().name();
    boolean isHidden = !name.isEmpty() && !Character.isUpperCase(name.codePointAt(0));
    return isHidden && !name.equals("main") && !name.equals("init") && !used.contains(name);
  }
}
