package dev.tidemark.golang.ssa;

import dev.tidemark.golang.check.TypeInfo;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.types.Builtin;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Symbol;
import dev.tidemark.golang.types.Var;
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

  /** What a variable or field that holds such a function is called. */
  private static final Set<String> HELD = Set.of("fatal", "fatalf", "Fatal", "Fatalf");

  private NoReturn() {}

  /**
   * @param known which functions of the module are found not to return
   */
  static Predicate<Expr.CallExpr> of(TypeInfo info, Predicate<Func> known) {
    return call -> isOne(info, call, known) || isOfFatalEvent(info, call);
  }

  private static boolean isOne(TypeInfo info, Expr.CallExpr call, Predicate<Func> known) {
    return callee(info, call)
        .map(symbol ->
            switch (symbol) {
              case Builtin builtin -> builtin.function() == Builtin.Function.PANIC;
              case Func function ->
                  ANYWHERE.contains(function.name())
                      || isNamed(function)
                      || known.test(function.origin());
              case Var held -> HELD.contains(held.name()) && givesNothing(held);
              default -> false;
            })
        .orElse(false);
  }

  private static boolean givesNothing(Var function) {
    return function.type().underlying() instanceof Signature signature
        && signature.results().isEmpty();
  }

  /** As {@code log.Fatal().Err(err).Msg("…")}: the last call of the chain ends the process. */
  private static boolean isOfFatalEvent(TypeInfo info, Expr.CallExpr call) {
    Expr at = call;
    while (at instanceof Expr.CallExpr one
        && Variables.unparen(one.function()) instanceof Expr.SelectorExpr selector) {
      at = Variables.unparen(selector.x());
      if (at instanceof Expr.CallExpr inner
          && inner.arguments().isEmpty()
          && callee(info, inner).filter(NoReturn::makesFatalEvent).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean makesFatalEvent(Symbol symbol) {
    return symbol instanceof Func function
        && function.name().equals("Fatal")
        && function.signature().results().size() == 1;
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
