package dev.tidemark.scan.mend;

import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cancels a context when its function ends.
 *
 * <pre>
 *   ctx, _ := context.WithTimeout(…)      ctx, cancel := context.WithTimeout(…)
 *   return ping(ctx)                      defer cancel()
 *                                         return ping(ctx)
 * </pre>
 *
 * <p>A context without a deadline was likely made to live longer, unless it is cancelled somewhere.
 */
final class CancelCall implements Mending {
  private static final Set<String> WITH_DEADLINE =
      Set.of("WithTimeout", "WithTimeoutCause", "WithDeadline", "WithDeadlineCause");

  private static final Pattern DELIBERATE = Pattern.compile("(?i)cancel|leak|nolint|govet|vet:");

  @Override
  public Change of(Source source) throws NotMendable {
    Place place = source.place();
    Stmt.AssignStmt assign = source.assignment();
    if (!(assign.left().size() == 2
        && assign.left().getFirst() instanceof Expr.Ident context
        && assign.left().getLast() instanceof Expr.Ident cancel)) {
      throw new NotMendable("it has no variable of its own");
    }
    place.mayDefer();
    String function = function(source);
    boolean isUnnamed = cancel.name().equals("_");
    boolean isCalled = !isUnnamed && isCalled(cancel.name(), place);
    if (!isCalled && !WITH_DEADLINE.contains(function)) {
      throw new NotMendable("nothing says when the context is meant to end");
    }
    new ContextUses(source.text(), isCalled).endWithFunction(context.name(), place);
    if (source.text().isSpokenOf(assign, DELIBERATE)) {
      throw new NotMendable("a comment speaks of it: it is likely meant to be so");
    }
    List<Edit> edits = new ArrayList<>();
    String name = cancel.name();
    if (isUnnamed) {
      name = "cancel";
      if (!place.mentions(name).isEmpty() || isOfLiteral(name, place)) {
        throw new NotMendable("the name cancel is taken");
      }
      edits.add(source.text().replace(cancel.from(), cancel.to(), name));
    }
    String argument = function.equals("WithCancelCause") ? "nil" : "";
    String deferred = "defer %s(%s)".formatted(name, argument);
    edits.add(source.text().lineBehind(assign, deferred));
    return new Change(deferred, edits);
  }

  private static String function(Source source) {
    return source.node() instanceof Expr.CallExpr call
            && call.function() instanceof Expr.SelectorExpr selector
        ? selector.selected().name()
        : "";
  }

  /** Whether it is called, and nothing else is done with it. */
  private static boolean isCalled(String cancel, Place place) throws NotMendable {
    List<Expr.Ident> uses = place.uses(cancel);
    for (Expr.Ident use : uses) {
      Node whole = place.parents().of(use).orElseThrow();
      if (!Place.function(use, place.parents()).equals(place.function())
          || !(whole instanceof Expr.CallExpr call && call.function().equals(use))
          || place.parents().of(whole).orElseThrow() instanceof Stmt.GoStmt) {
        throw new NotMendable(cancel + " is handed on: somebody else may call it");
      }
    }
    return !uses.isEmpty();
  }

  /** Whether a function around the literal has a use of the name. */
  private static boolean isOfLiteral(String name, Place place) {
    return place.function() instanceof Expr.FuncLit literal
        && place.parents().around(literal).stream()
            .filter(around -> around instanceof Expr.FuncLit || around instanceof Stmt.BlockStmt)
            .anyMatch(around ->
                place.parents().all().stream()
                    .anyMatch(node ->
                        node instanceof Expr.Ident ident
                            && ident.name().equals(name)
                            && Parents.contains(around, ident)
                            && Parents.contains(literal, ident)));
  }
}
