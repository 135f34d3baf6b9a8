package dev.tidemark.golang.ssa;

import dev.tidemark.golang.check.TypeInfo;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Var;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a declared function shares with the literals in it.
 *
 * @param constants variables that are assigned once, by the code that has been looked at
 * @param contents what is stored in those that several functions use
 */
record Family(
    Func symbol,
    String file,
    TypeInfo info,
    Variables variables,
    Predicate<Expr.CallExpr> doesNotReturn,
    Map<Var, Value> constants,
    Map<Var, Set<Value>> contents) {
  static Family of(
      Func symbol,
      String file,
      TypeInfo info,
      Variables variables,
      Predicate<Expr.CallExpr> doesNotReturn) {
    return new Family(
        symbol,
        file,
        info,
        variables,
        doesNotReturn,
        new IdentityHashMap<>(),
        new IdentityHashMap<>());
  }

  void share(Var local, Value value) {
    contents.computeIfAbsent(local, _ -> new LinkedHashSet<>(2)).add(value);
  }
}
