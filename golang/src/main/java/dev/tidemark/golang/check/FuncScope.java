package dev.tidemark.golang.check;

import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Field;
import dev.tidemark.golang.syntax.FieldList;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.TypeParam;
import dev.tidemark.golang.types.Var;
import java.util.List;

/** The names that the head of a function declares for its body. */
final class FuncScope {
  private FuncScope() {}

  static void declare(Scope scope, Expr.FuncType type, Signature signature) {
    typeParams(scope, signature.typeParams());
    vars(scope, type.parameters(), signature.params());
    vars(scope, type.results(), signature.results());
  }

  static void typeParams(Scope scope, List<TypeParam> params) {
    for (TypeParam param : params) {
      scope.declare(param.symbol().name(), param.symbol());
    }
  }

  /** By their place in the list: an unnamed one has a place too. */
  static void vars(Scope scope, FieldList list, List<Var> vars) {
    int next = 0;
    for (Field field : list.fields()) {
      int count = Math.max(1, field.names().size());
      for (int i = 0; i < count && next < vars.size(); i++) {
        Var variable = vars.get(next++);
        scope.declare(variable.name(), variable);
      }
    }
  }
}
