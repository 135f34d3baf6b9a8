package dev.tidemark.scan.rule.context;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.syntax.Decl;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.golang.syntax.Walk;
import dev.tidemark.golang.types.Var;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A context that is derived from itself each time around: the chain gets longer with every turn,
 * keeps all values, and looks for a value or the end through all of it.
 *
 * <pre>
 *   for m := range messages {                    for m := range messages {
 *     ctx = context.WithValue(ctx, key, m)         ctx := context.WithValue(ctx, key, m) // fine
 *     handle(ctx)            // found              handle(ctx)
 *   }                                            }
 * </pre>
 *
 * <p>A function literal that does so to a variable of the function around it is the same.
 */
public final class NestedContext implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "context-nested-in-loop",
          LeakClass.LEAK,
          "a context is derived from itself in a loop or a function that is called again",
          401,
          "declare it inside: `ctx := context.WithValue(ctx, …)`");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    unit.forEachBody(body -> {
      Node function = body.node();
      Stmt.BlockStmt block =
          function instanceof Expr.FuncLit literal
              ? literal.body()
              : function instanceof Decl.FuncDecl declared
                  ? declared.body()
                  : Stmt.BlockStmt.NO_BODY;
      Place outside = new Place(body, body.isLiteral() ? function : null, null);
      walk(block.statements(), outside, false, unit, out);
    });
  }

  /**
   * Where a statement stands.
   *
   * @param repeated what is run again and again around it; null where nothing is
   * @param loop the innermost loop; null where there is none
   */
  private record Place(Body body, @Nullable Node repeated, @Nullable Stmt loop) {
    Place in(Stmt inner) {
      return new Place(body, repeated == null || loop == null ? inner : repeated, inner);
    }
  }

  /**
   * @param isLast whether what follows leaves the loop
   */
  private static void walk(
      List<Stmt> statements, Place place, boolean isLast, Unit unit, Findings out) {
    boolean leaves = isLast || !statements.isEmpty() && leaves(statements.getLast());
    for (Stmt statement : statements) {
      if (statement instanceof Stmt.AssignStmt assign && !leaves) {
        assigned(assign, place, unit, out);
      }
      switch (statement) {
        case Stmt.ForStmt loop -> walk(loop.body().statements(), place.in(loop), false, unit, out);
        case Stmt.RangeStmt loop ->
            walk(loop.body().statements(), place.in(loop), false, unit, out);
        default -> inside(statement).forEach(list -> walk(list, place, leaves, unit, out));
      }
    }
  }

  /** The lists of statements in a statement that is no loop. */
  private static List<List<Stmt>> inside(Stmt statement) {
    return switch (statement) {
      case Stmt.BlockStmt block -> List.of(block.statements());
      case Stmt.LabeledStmt labeled -> List.of(List.of(labeled.statement()));
      case Stmt.IfStmt branch ->
          branch.otherwise().isNone()
              ? List.of(branch.body().statements())
              : List.of(branch.body().statements(), List.of(branch.otherwise()));
      case Stmt.SwitchStmt choice -> List.of(choice.body().statements());
      case Stmt.TypeSwitchStmt choice -> List.of(choice.body().statements());
      case Stmt.SelectStmt choice -> List.of(choice.body().statements());
      case Stmt.CaseClause clause -> List.of(clause.body());
      case Stmt.CommClause clause -> List.of(clause.body());
      default -> List.of();
    };
  }

  private static boolean leaves(Stmt statement) {
    return statement instanceof Stmt.ReturnStmt
        || statement instanceof Stmt.BranchStmt branch && branch.keyword() == Token.BREAK;
  }

  private static void assigned(Stmt.AssignStmt assign, Place place, Unit unit, Findings out) {
    Node repeated = place.loop != null ? place.loop : place.repeated;
    if (repeated == null || assign.operator() != Token.ASSIGN || assign.left().isEmpty()) {
      return;
    }
    if (!(assign.left().getFirst() instanceof Expr.Ident name)
        || !(place.body.info().symbol(name).orElse(null) instanceof Var symbol)
        || !Contexts.isContext(symbol.type())
        || isWithin(symbol, repeated)
        || !isOfItself(assign.right(), symbol, place.body)) {
      return;
    }
    boolean isLoop = place.loop != null;
    boolean isEndless = place.loop instanceof Stmt.ForStmt loop && loop.condition().isNone();
    // What goes through a list of functions gives each of them what the one before made.
    LeakClass finite = isDerivedHere(assign.right()) ? LeakClass.BOUNDED : LeakClass.HYGIENE;
    LeakClass leakClass = isLoop ? isEndless ? LeakClass.LEAK : finite : ofLiteral(place.body);
    String where = isLoop ? "each turn of the loop" : "each call of the function";
    out.add(
        INFO,
        leakClass,
        place.body,
        assign,
        where + " makes the chain of contexts longer",
        List.of(
            new Step(unit.span(place.body.file(), repeated), isLoop ? "the loop" : "the function"),
            new Step(unit.span(place.body, assign), symbol.name() + " is derived from itself")));
  }

  /** Whether the new context is made by the package context, rather than by some function. */
  private static boolean isDerivedHere(List<Expr> right) {
    return right.getFirst() instanceof Expr.CallExpr call
        && call.function() instanceof Expr.SelectorExpr selector
        && selector.x() instanceof Expr.Ident name
        && name.name().equals("context");
  }

  /** A handler is called without end; of other functions it is not known. */
  private static LeakClass ofLiteral(Body body) {
    boolean isHandler =
        body.signature().params().stream()
            .anyMatch(one -> QualifiedName.of(one.type()).equals("net/http.Request"));
    return isHandler ? LeakClass.LEAK : LeakClass.HYGIENE;
  }

  private static boolean isWithin(Var symbol, Node node) {
    int at = symbol.place().offset();
    return at >= node.from() && at < node.to();
  }

  /** Whether a variable's new value is made with its old one. */
  private static boolean isOfItself(List<Expr> right, Var symbol, Body body) {
    boolean[] found = new boolean[1];
    for (Expr expr : right) {
      if (expr instanceof Expr.CallExpr call) {
        for (Expr argument : call.arguments()) {
          Walk.preorder(
              argument,
              node -> {
                found[0] |=
                    node instanceof Expr.Ident name
                        && body.info().symbol(name).orElse(null) == symbol;
                return !(node instanceof Expr.FuncLit);
              });
        }
      }
    }
    return found[0];
  }
}
