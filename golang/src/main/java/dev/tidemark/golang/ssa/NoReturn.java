package dev.tidemark.golang.ssa;

import dev.tidemark.golang.check.TypeInfo;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.types.Builtin;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Symbol;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Calls behind which nothing is run: they end the goroutine or the process, or panic. */
final class NoReturn {
  /** What loggers and tests call them, whoever declares them. */
  private static final Set<String> ANYWHERE =
      Set.of("Fatal", "Fatalf", "Fatalln", "Fatalw", "FailNow", "SkipNow");

  private static final Set<String> NAMED =
      Set.of(
          "os.Exit",
          "runtime.Goexit",
          "log.Panic",
          "log.Panicf",
          "log.Panicln",
          "syscall.Exit",
          "testing.common.Skip",
          "testing.common.Skipf",
          "testing.TB.Skip",
          "testing.TB.Skipf");

  private NoReturn() {}

  /**
   * @param known which functions of the module are found not to return
   */
  static Predicate<Expr.CallExpr> of(TypeInfo info, Predicate<Func> known) {
    return call ->
        callee(info, call)
            .map(symbol ->
                switch (symbol) {
                  case Builtin builtin -> builtin.function() == Builtin.Function.PANIC;
                  case Func function ->
                      ANYWHERE.contains(function.name())
                          || isNamed(function)
                          || known.test(function.origin());
                  default -> false;
                })
            .orElse(false);
  }

  private static boolean isNamed(Func function) {
    return switch (function.name()) {
      case "Exit", "Goexit", "Panic", "Panicf", "Panicln", "Skip", "Skipf" ->
          NAMED.contains(QualifiedName.of(function));
      default -> false;
    };
  }

  private static Optional<Symbol> callee(TypeInfo info, Expr.CallExpr call) {
    return switch (Variables.unparen(call.function())) {
      case Expr.Ident name -> info.symbol(name);
      case Expr.SelectorExpr selector -> info.symbol(selector.selected());
      default -> Optional.empty();
    };
  }
}
