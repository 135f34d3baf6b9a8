package dev.tidemark.scan.rule.context;

import dev.tidemark.golang.check.SourcePackage.TypedFile;
import dev.tidemark.golang.check.TypeInfo;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.syntax.Decl;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Field;
import dev.tidemark.golang.syntax.Walk;
import dev.tidemark.golang.types.Struct;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Var;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Unit;

/**
 * A struct that holds a context: it lives as long as the struct does, and with it what hangs on the
 * request that it came from.
 */
public final class ContextInStruct implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "context-in-struct",
          LeakClass.HYGIENE,
          "a struct holds a context",
          0,
          "hand the context to the methods that need it, as their first parameter");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    for (TypedFile file : unit.files()) {
      for (Decl decl : file.unit().tree().decls()) {
        if (!(decl instanceof Decl.FuncDecl)) {
          check(decl, file.info(), file.unit().path(), out);
        }
      }
    }
    for (Body function : unit.functions()) {
      if (function.node() instanceof Decl.FuncDecl declared) {
        check(declared, function.info(), function.file(), out);
      }
    }
  }

  private static void check(Decl decl, TypeInfo info, String file, Findings out) {
    Walk.preorder(
        decl,
        node -> {
          if (node instanceof Expr.StructType declared
              && info.type(declared) instanceof Struct struct) {
            check(file, declared, struct, out);
          }
          return true;
        });
  }

  private static void check(String file, Expr.StructType declared, Struct struct, Findings out) {
    int index = 0;
    for (Field field : declared.fields().fields()) {
      int count = Math.max(1, field.names().size());
      if (index < struct.fields().size()) {
        Var first = struct.fields().get(index);
        Type type = first.type();
        if (Contexts.isContext(type) && !(type.unalias() instanceof Type.Pointer)) {
          out.add(INFO, file, field, "the struct holds a context.Context");
        }
      }
      index += count;
    }
  }
}
