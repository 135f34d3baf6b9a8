package dev.tidemark.scan.rule.growth;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Symbol;
import dev.tidemark.scan.PackageVariables;
import java.util.List;
import java.util.Optional;

/** What libraries of caches are told when one is opened. */
final class CacheLibrary {
  private CacheLibrary() {}

  static boolean isOf(String pkg) {
    return switch (pkg) {
      case "github.com/patrickmn/go-cache",
          "zgo.at/zcache",
          "zgo.at/zcache/v2",
          "github.com/hashicorp/golang-lru/v2/expirable",
          "github.com/golang/groupcache/lru",
          "github.com/jellydator/ttlcache/v3" ->
          true;
      default -> false;
    };
  }

  /** Whether a call opens a cache without a bound; nothing where it opens none. */
  static Optional<Boolean> isUnbounded(Op.Call call) {
    return isUnbounded(
        call.name(),
        call.arguments().stream()
            .map(given ->
                given instanceof Value.Known(Constant constant)
                    ? Optional.of(constant)
                    : Optional.<Constant>empty())
            .toList());
  }

  /** The same for what a package variable is declared with. */
  static Optional<Boolean> isUnbounded(PackageVariables.Declared variable) {
    if (variable.value() instanceof Expr.CallExpr call) {
      Expr function =
          call.function() instanceof Expr.IndexExpr instance ? instance.x() : call.function();
      Expr named = function instanceof Expr.SelectorExpr selector ? selector.selected() : function;
      Symbol symbol =
          named instanceof Expr.Ident name ? variable.info().symbol(name).orElse(null) : null;
      if (symbol instanceof Func opener) {
        return isUnbounded(
            QualifiedName.of(opener.origin()),
            call.arguments().stream()
                .map(given -> CacheLibrary.constant(variable, given))
                .toList());
      }
    }
    return Optional.empty();
  }

  private static Optional<Constant> constant(PackageVariables.Declared variable, Expr given) {
    Constant value = variable.info().typed(given).value();
    return value instanceof Constant.Unknown ? Optional.empty() : Optional.of(value);
  }

  private static Optional<Boolean> isUnbounded(String name, List<Optional<Constant>> given) {
    return switch (name) {
      // Without a default time entries stay; without an interval what is over is never taken out.
      case "github.com/patrickmn/go-cache.New", "zgo.at/zcache.New", "zgo.at/zcache/v2.New" ->
          Optional.of(isNothing(given, 0) || isNothing(given, 1));
      case "github.com/hashicorp/golang-lru/v2/expirable.NewLRU" ->
          Optional.of(isNothing(given, 0) && isNothing(given, 2));
      case "github.com/golang/groupcache/lru.New" -> Optional.of(isNothing(given, 0));
      case "github.com/jellydator/ttlcache/v3.New" -> Optional.of(given.isEmpty());
      default -> Optional.empty();
    };
  }

  private static boolean isNothing(List<Optional<Constant>> given, int index) {
    return index < given.size()
        && given.get(index).filter(one -> one.toString().matches("0|-\\d+")).isPresent();
  }

  /** Whether an entry is given a time of its own after which it goes. */
  static boolean hasOwnTime(Op.Call call) {
    boolean takesTime =
        call.lastName().equals("Set")
            || call.lastName().equals("Add")
            || call.lastName().equals("Replace");
    return takesTime
        && call.arguments().size() == 3
        && !(call.argument(2) instanceof Value.Known(Constant constant)
            && constant.toString().matches("0|-\\d+"));
  }
}
