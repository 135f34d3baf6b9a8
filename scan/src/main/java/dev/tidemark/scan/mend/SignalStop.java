package dev.tidemark.scan.mend;

import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Stmt;

/**
 * Ends what {@code signal.Notify} began when the function ends.
 *
 * <pre>
 *   c := make(chan os.Signal, 1)
 *   signal.Notify(c, os.Interrupt)
 * + defer signal.Stop(c)
 * </pre>
 */
final class SignalStop implements Mending {
  @Override
  public Change of(Source source) throws NotMendable {
    Expr.CallExpr call = source.call();
    if (!(call.function() instanceof Expr.SelectorExpr selector
        && call.arguments().getFirst() instanceof Expr.Ident channel)) {
      throw new NotMendable("the channel has no variable");
    }
    Place place = source.place();
    place.mayDefer();
    new Uses(declaration(channel.name(), place), source.text()).staysHere(channel.name());
    String deferred = "defer %s.Stop(%s)".formatted(source.text().of(selector.x()), channel.name());
    return Change.of(deferred, source.text().lineBehind(place.statement(), deferred));
  }

  private static Place declaration(String name, Place place) throws NotMendable {
    for (Stmt one : place.siblings()) {
      if (one instanceof Stmt.AssignStmt assign
          && assign.left().size() == 1
          && assign.left().getFirst() instanceof Expr.Ident left
          && left.name().equals(name)) {
        return Place.of(assign, place.parents());
      }
    }
    throw new NotMendable("the channel is made elsewhere");
  }
}
