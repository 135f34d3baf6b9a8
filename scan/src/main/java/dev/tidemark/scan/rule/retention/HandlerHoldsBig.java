package dev.tidemark.scan.rule.retention;

import dev.tidemark.golang.check.TypeInfo;
import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.constant.Conversions;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.syntax.Walk;
import dev.tidemark.golang.types.Builtin;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Sizes;
import dev.tidemark.golang.types.Symbol;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Var;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.TestSupport;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.request.Handlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A handler that keeps something big alive as long as it is registered: a buffer of many megabytes,
 * or a whole file of which it only wants the length.
 *
 * <pre>
 *   table := make([]byte, 64<<20)                    size := len(data)
 *   mux.HandleFunc("/", func(w, r) {                 mux.HandleFunc("/", func(w, r) {
 *     w.Write(table[:10])        // found              fmt.Fprint(w, size)          // fine
 *   })                                               })
 * </pre>
 */
public final class HandlerHoldsBig implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "handler-holds-big",
          LeakClass.HYGIENE,
          "a handler keeps something big alive as long as it is registered",
          0,
          "take what the handler needs into a variable of its own before it is registered");

  private static final long LIMIT = 10L << 20;

  private static final Set<String> WHOLE_FILES = Set.of("os.ReadFile", "io.ReadAll");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    TestSupport support = TestSupport.of(unit);
    for (Body handler : Handlers.of(unit).all()) {
      if (handler.isLiteral() && !support.has(handler)) {
        check(handler, unit, out);
      }
    }
  }

  private static void check(Body handler, Unit unit, Findings out) {
    Set<Symbol> asked = new HashSet<>();
    Walk.preorder(
        handler.node(),
        node -> {
          if (node instanceof Expr.Ident name
              && handler.info().symbol(name).orElse(null) instanceof Var variable
              && isOutside(variable, handler)
              && asked.add(variable)) {
            big(variable, handler)
                .ifPresent(what ->
                    out.add(
                        INFO,
                        handler,
                        name,
                        "the handler keeps %s, which is %s".formatted(variable.name(), what),
                        List.of(new Step(unit.span(handler, name), "used by the handler"))));
          }
          return true;
        });
  }

  private static boolean isOutside(Var variable, Body handler) {
    int offset = variable.place().offset();
    return variable.kind() != Var.Kind.PACKAGE
        && variable.kind() != Var.Kind.FIELD
        && !(handler.node().from() <= offset && offset < handler.node().to());
  }

  private static Optional<String> big(Var variable, Body handler) {
    long own = Sizes.sizeOf(variable.type()).orElse(0);
    if (own > LIMIT) {
      return Optional.of(megabytes(own));
    }
    List<String> found = new ArrayList<>();
    Body around = handler.outer();
    Walk.preorder(
        around.node(),
        node -> {
          if (node instanceof Stmt.AssignStmt assign
              && assign.right().size() == 1
              && assign.left().getFirst() instanceof Expr.Ident name
              && around.info().symbol(name).orElse(null) == variable
              && assign.right().getFirst() instanceof Expr.CallExpr call) {
            size(call, variable, handler).ifPresent(found::add);
          }
          return true;
        });
    return found.stream().findFirst();
  }

  private static Optional<String> size(Expr.CallExpr call, Var variable, Body handler) {
    TypeInfo info = handler.outer().info();
    Expr function = call.function();
    Expr named = function instanceof Expr.SelectorExpr selector ? selector.selected() : function;
    Symbol symbol = named instanceof Expr.Ident name ? info.symbol(name).orElse(null) : null;
    if (symbol instanceof Builtin builtin
        && builtin.function() == Builtin.Function.MAKE
        && info.type(call).underlying() instanceof Type.Slice(Type element)
        && call.arguments().size() > 1
        && info.typed(call.arguments().getLast()).value() instanceof Constant.Int count) {
      long size = Conversions.asLong(count).orElse(0L) * Sizes.sizeOf(element).orElse(1);
      return size > LIMIT ? Optional.of(megabytes(size)) : Optional.empty();
    }
    return symbol instanceof Func read
            && WHOLE_FILES.contains(QualifiedName.of(read))
            && isLengthOnly(variable, handler)
        ? Optional.of("the whole of what is read, for its length")
        : Optional.empty();
  }

  private static String megabytes(long size) {
    return "%,d MB".formatted(size >> 20);
  }

  /** Whether all that a handler does with it is to ask for its length. */
  private static boolean isLengthOnly(Var variable, Body handler) {
    Set<Node> lengths = new HashSet<>();
    boolean[] isOther = new boolean[1];
    Walk.preorder(
        handler.node(),
        node -> {
          if (node instanceof Expr.CallExpr call
              && call.function() instanceof Expr.Ident name
              && handler.info().symbol(name).orElse(null) instanceof Builtin builtin
              && builtin.function() == Builtin.Function.LEN) {
            lengths.addAll(call.arguments());
          }
          isOther[0] |=
              node instanceof Expr.Ident name
                  && handler.info().symbol(name).orElse(null) == variable
                  && !lengths.contains(name);
          return true;
        });
    return !isOther[0];
  }
}
