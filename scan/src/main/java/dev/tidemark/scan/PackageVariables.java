package dev.tidemark.scan;

import dev.tidemark.golang.check.SourcePackage.TypedFile;
import dev.tidemark.golang.check.TypeInfo;
import dev.tidemark.golang.syntax.Decl;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Spec;
import dev.tidemark.golang.types.Var;
import java.util.List;
import java.util.function.Consumer;

/** The variables that files declare outside of functions. */
public final class PackageVariables {
  private PackageVariables() {}

  /**
   * A variable.
   *
   * @param value its own; {@link Expr#NONE} where it has none, or shares one with others
   * @param isSet whether it is given any
   * @param info tells of the value
   */
  public record Declared(Var symbol, Expr value, boolean isSet, TypeInfo info) {
    /** Whether it is one that no other package can reach. */
    public boolean isHidden() {
      return !Character.isUpperCase(symbol.name().codePointAt(0));
    }
  }

  /** In the order of the source. */
  public static void forEach(List<TypedFile> files, Consumer<Declared> visitor) {
    for (TypedFile file : files) {
      for (Decl decl : file.unit().tree().decls()) {
        if (decl instanceof Decl.GenDecl general) {
          for (Spec spec : general.specs()) {
            if (spec instanceof Spec.ValueSpec variables) {
              declared(variables, file.info(), visitor);
            }
          }
        }
      }
    }
  }

  private static void declared(
      Spec.ValueSpec variables, TypeInfo info, Consumer<Declared> visitor) {
    List<Expr> values = variables.values();
    for (int i = 0; i < variables.names().size(); i++) {
      if (info.symbol(variables.names().get(i)).orElse(null) instanceof Var symbol) {
        Expr value = values.size() == variables.names().size() ? values.get(i) : Expr.NONE;
        visitor.accept(new Declared(symbol, value, !values.isEmpty(), info));
      }
    }
  }
}
