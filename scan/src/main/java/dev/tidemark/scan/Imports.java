package dev.tidemark.scan;

import dev.tidemark.golang.check.SourcePackage.TypedFile;
import dev.tidemark.golang.syntax.Decl;
import dev.tidemark.golang.syntax.Spec;
import java.util.function.Predicate;

/** What files import. */
public final class Imports {
  private Imports() {}

  /**
   * Whether a file imports anything for which something holds.
   *
   * @param isWanted is asked with paths as the source has them, in quotes
   */
  public static boolean any(TypedFile file, Predicate<String> isWanted) {
    for (Decl decl : file.unit().tree().decls()) {
      if (decl instanceof Decl.GenDecl general) {
        for (Spec spec : general.specs()) {
          if (spec instanceof Spec.ImportSpec imported && isWanted.test(imported.path().text())) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
