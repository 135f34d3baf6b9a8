package dev.tidemark.golang.effect;

import dev.tidemark.golang.check.SourcePackage;
import dev.tidemark.golang.check.SourcePackage.TypedFile;
import dev.tidemark.golang.check.TypeInfo;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Lowering;
import dev.tidemark.golang.syntax.Decl;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Walk;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Lazy;
import dev.tidemark.golang.types.Package;
import dev.tidemark.golang.types.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * A package with all of its bodies.
 *
 * @param files with what was found out outside of functions
 * @param bodies of functions and methods, and of function literals that initialise variables
 */
public record AnalyzedPackage(
    Package pkg, List<TypedFile> files, List<Body> bodies, PackageSummaries summaries) {
  static AnalyzedPackage of(SourcePackage source, Summaries others) {
    List<TypedFile> files = source.files();
    List<Body> bodies = new ArrayList<>();
    for (TypedFile file : files) {
      String path = file.unit().path();
      for (Decl.FuncDecl function : file.functions()) {
        TypeInfo info = source.body(function);
        Func symbol = source.function(function);
        bodies.add(
            Lowering.of(
                symbol,
                function,
                path,
                info,
                callee -> others.of(callee).map(known -> !known.returns()).orElse(false)));
      }
      for (Decl decl : file.unit().tree().decls()) {
        if (decl instanceof Decl.GenDecl variables) {
          literals(source.pkg(), variables, file, bodies);
        }
      }
    }
    return new AnalyzedPackage(source.pkg(), files, bodies, PackageSummaries.of(bodies, others));
  }

  private static void literals(
      Package pkg, Decl.GenDecl variables, TypedFile file, List<Body> bodies) {
    Walk.preorder(
        variables,
        node -> {
          if (node instanceof Expr.FuncLit literal) {
            Place place = new Place(file.unit().path(), literal.from());
            Func symbol = new Func(pkg, "init", place, false, Lazy.of(Func.NO_SIGNATURE));
            bodies.add(Lowering.of(symbol, literal, file.unit().path(), file.info()));
            return false;
          }
          return true;
        });
  }
}
