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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
      Node repeated = body.isLiteral() ? function : null;
      walk(block.statements(), new Place(body, repeated, List.of(), 0, false), unit, out);
    });
  }

  /**
   * Where a statement stands.
   *
   * @param function what is called again and again around it; null where nothing is known to be
   * @param loops around it with their labels, the innermost last
   * @param left how many of them what follows leaves
   * @param isInChoice whether {@code break} leaves a switch or select
   */
  private record Place(
      Body body, @Nullable Node function, List<Loop> loops, int left, boolean isInChoice) {
    Place in(Stmt loop, String label) {
      List<Loop> deeper = new ArrayList<>(loops);
      deeper.add(new Loop(loop, label));
      return new Place(body, function, deeper, 0, false);
    }

    Place inChoice() {
      return new Place(body, function, loops, left, true);
    }

    /** The same with what a list of statements ends with. */
    Place before(Stmt last) {
      return new Place(body, function, loops, Math.max(left, leaves(last)), isInChoice);
    }

    private int leaves(Stmt last) {
      return switch (last) {
        case Stmt.ReturnStmt _ -> Integer.MAX_VALUE;
        case Stmt.ExprStmt(_, _, Expr.CallExpr call)
            when call.function() instanceof Expr.Ident name && name.name().equals("panic") ->
            Integer.MAX_VALUE;
        case Stmt.BranchStmt branch when !branch.label().name().isEmpty() ->
            depth(branch.label().name()) - (branch.keyword() == Token.CONTINUE ? 1 : 0);
        case Stmt.BranchStmt branch -> branch.keyword() == Token.BREAK && !isInChoice ? 1 : 0;
        default -> 0;
      };
    }

    /** How many loops a labelled one and those in it are; 0 where it is no loop. */
    private int depth(String label) {
      for (int i = loops.size() - 1; i >= 0; i--) {
        if (loops.get(i).label.equals(label)) {
          return loops.size() - i;
        }
      }
      return 0;
    }

    /** The loop that runs it again; the function where only that is called again. */
    @Nullable Node repeated() {
      return left < loops.size() ? loops.get(loops.size() - 1 - left).node : function;
    }
  }

  /**
   * @param label empty where it has none
   */
  private record Loop(Stmt node, String label) {}

  private static void walk(List<Stmt> statements, Place around, Unit unit, Findings out) {
    Place place = statements.isEmpty() ? around : around.before(statements.getLast());
    Set<String> anew = new HashSet<>();
    for (Stmt statement : statements) {
      if (statement instanceof Stmt.AssignStmt assign) {
        assigned(assign, place, anew, unit, out);
      }
      walk(statement, "", place, unit, out);
    }
  }

  private static void walk(Stmt statement, String label, Place place, Unit unit, Findings out) {
    switch (statement) {
      case Stmt.ForStmt loop -> {
        List<Stmt> turn = new ArrayList<>(loop.body().statements());
        if (loop.post() instanceof Stmt.AssignStmt post) {
          turn.addFirst(post);
        }
        walk(turn, place.in(loop, label), unit, out);
      }
      case Stmt.RangeStmt loop -> walk(loop.body().statements(), place.in(loop, label), unit, out);
      case Stmt.LabeledStmt labeled ->
          walk(labeled.statement(), labeled.label().name(), place, unit, out);
      case Stmt.SwitchStmt _, Stmt.TypeSwitchStmt _, Stmt.SelectStmt _ ->
          inside(statement).forEach(list -> walk(list, place.inChoice(), unit, out));
      default -> inside(statement).forEach(list -> walk(list, place, unit, out));
    }
  }

  /** The lists of statements in a statement that is no loop. */
  private static List<List<Stmt>> inside(Stmt statement) {
    return switch (statement) {
      case Stmt.BlockStmt block -> List.of(block.statements());
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

  /**
   * @param anew variables that got a value in the same list before that is not made of their own
   */
  private static void assigned(
      Stmt.AssignStmt assign, Place place, Set<String> anew, Unit unit, Findings out) {
    for (Expr target : assign.left()) {
      String path = path(target, place.body);
      if (assign.operator() != Token.ASSIGN
          || path.isEmpty()
          || !Contexts.isContext(place.body.info().type(target))) {
        continue;
      }
      if (!isOfItself(assign.right(), path, place.body)) {
        anew.add(path);
      } else if (!anew.contains(path)) {
        found(assign, target, place, unit, out);
      }
    }
  }

  /** A variable, or a field of one, as text that is the same for the same; empty for others. */
  private static String path(Expr expr, Body body) {
    return switch (expr) {
      case Expr.Ident name ->
          body.info().symbol(name).orElse(null) instanceof Var symbol
              ? symbol.name() + "@" + symbol.place().offset()
              : "";
      case Expr.SelectorExpr selector -> {
        String base = path(selector.x(), body);
        yield base.isEmpty() ? "" : base + "." + selector.selected().name();
      }
      default -> "";
    };
  }

  private static Expr.Ident root(Expr expr) {
    return expr instanceof Expr.SelectorExpr selector ? root(selector.x()) : (Expr.Ident) expr;
  }

  private static void found(
      Stmt.AssignStmt assign, Expr target, Place place, Unit unit, Findings out) {
    Node repeated = place.repeated();
    if (repeated == null
        || !(place.body.info().symbol(root(target)).orElse(null) instanceof Var symbol)
        || isWithin(symbol, repeated)) {
      return;
    }
    boolean isLoop = place.left < place.loops.size();
    boolean isEndless = repeated instanceof Stmt.ForStmt loop && loop.condition().isNone();
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
            new Step(unit.span(place.body, assign), name(target) + " is derived from itself")));
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

  private static String name(Expr target) {
    return target instanceof Expr.SelectorExpr selector
        ? name(selector.x()) + "." + selector.selected().name()
        : ((Expr.Ident) target).name();
  }

  /** Whether a variable's new value is made with its old one. */
  private static boolean isOfItself(List<Expr> right, String path, Body body) {
    boolean[] found = new boolean[1];
    for (Expr expr : right) {
      if (expr instanceof Expr.CallExpr call) {
        for (Expr argument : call.arguments()) {
          Walk.preorder(
              argument,
              node -> {
                found[0] |= node instanceof Expr part && path(part, body).equals(path);
                return !(node instanceof Expr.FuncLit);
              });
        }
      }
    }
    return found[0];
  }
}
