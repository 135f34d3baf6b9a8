package dev.tidemark.scan.mend;

import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.syntax.Token;
import java.util.Optional;
import java.util.Set;

/**
 * Gives back what was acquired when the function ends.
 *
 * <pre>
 *   resp, err := http.Get(url)            resp, err := http.Get(url)
 *   if err != nil {                       if err != nil {
 *     return err                            return err
 *   }                                     }
 *                                   +     defer resp.Body.Close()
 * </pre>
 *
 * @param method what is called on the variable, such as {@code Body.Close}
 * @param hasError whether the last result is an error that must be checked before
 * @param isFirst whether it is the first result; the last one if not
 * @param once methods of which a second call is an error
 */
record Deferral(String method, boolean hasError, boolean isFirst, Set<String> once)
    implements Mending {
  private static final Set<String> ENDING =
      Set.of(
          "panic",
          "os.Exit",
          "log.Fatal",
          "log.Fatalf",
          "log.Fatalln",
          "t.Fatal",
          "t.Fatalf",
          "b.Fatal",
          "b.Fatalf");

  @Override
  public Change of(Source source) throws NotMendable {
    Place place = source.place();
    Stmt.AssignStmt assign = source.assignment();
    Expr.Ident variable = variable(assign);
    place.mayDefer();
    Uses uses = new Uses(place, source.text());
    uses.staysHere(variable.name());
    if (uses.calls(variable.name(), once)) {
      throw new NotMendable(
          variable.name() + " is given back by hand elsewhere, and would be twice");
    }
    String deferred = "defer " + variable.name() + "." + method + "()";
    Stmt behind = hasError ? errorCheck(assign, place) : assign;
    return Change.of(deferred, source.text().lineBehind(behind, deferred));
  }

  private Expr.Ident variable(Stmt.AssignStmt assign) throws NotMendable {
    if (!isFirst && assign.left().size() != 2) {
      throw new NotMendable("it is not clear which method ends it");
    }
    Expr left = isFirst ? assign.left().getFirst() : assign.left().getLast();
    if (!(left instanceof Expr.Ident variable) || variable.name().equals("_")) {
      throw new NotMendable("it has no variable");
    }
    return variable;
  }

  private static Stmt errorCheck(Stmt.AssignStmt assign, Place place) throws NotMendable {
    boolean isChecked =
        assign.left().size() == 2
            && assign.left().getLast() instanceof Expr.Ident error
            && place.next().filter(next -> leavesOn(next, error.name())).isPresent();
    if (!isChecked) {
      throw new NotMendable("the error is not checked in the next statement");
    }
    return place.next().orElseThrow();
  }

  private static boolean leavesOn(Stmt statement, String error) {
    return statement instanceof Stmt.IfStmt choice
        && choice.init().isNone()
        && choice.otherwise().isNone()
        && choice.condition()
            instanceof Expr.BinaryExpr(_, _, Expr.Ident x, _, Token operator, Expr.Ident y)
        && operator == Token.NEQ
        && x.name().equals(error)
        && y.name().equals("nil")
        && !choice.body().statements().isEmpty()
        && leaves(choice.body().statements().getLast());
  }

  private static boolean leaves(Stmt statement) {
    return statement instanceof Stmt.ReturnStmt
        || Optional.of(statement)
            .filter(Stmt.ExprStmt.class::isInstance)
            .map(one -> ((Stmt.ExprStmt) one).x())
            .filter(one -> one instanceof Expr.CallExpr call && ENDING.contains(name(call)))
            .isPresent();
  }

  private static String name(Expr.CallExpr call) {
    return switch (call.function()) {
      case Expr.Ident ident -> ident.name();
      case Expr.SelectorExpr(_, _, Expr.Ident of, Expr.Ident selected) ->
          of.name() + "." + selected.name();
      default -> "";
    };
  }
}
