package dev.tidemark.scan.mend;

import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Field;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.syntax.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What becomes of a context in its function. It may be cancelled when the function ends only if
 * nothing that was made with it lives on: the function returns plain values only, and no goroutine,
 * literal, channel or field has it.
 */
final class ContextUses {
  private static final Set<String> PLAIN =
      Set.of(
          "error",
          "bool",
          "string",
          "byte",
          "rune",
          "int",
          "int8",
          "int16",
          "int32",
          "int64",
          "uint",
          "uint8",
          "uint16",
          "uint32",
          "uint64",
          "float32",
          "float64",
          "[]byte",
          "[]string",
          "[]int",
          "time.Time",
          "time.Duration",
          "map[string]string");

  /** Of what they make or start, something is likely to live on. */
  private static final Pattern LIVING_ON =
      Pattern.compile(
          "(?i)(new|start|run|watch|listen|serve|go|subscribe|register|with|open|dial|connect|spawn"
              + "|launch|init|setup|attach|monitor|consume|process|handle|loop|schedule|async)\\w*");

  private static final Set<String> BOUND_TO_CALLER =
      Set.of("NewRequest", "NewRequestWithContext", "WithValue", "WithContext");

  private static final int DEPTH = 4;

  /** What returns when it is done, by its name. */
  private static final Pattern SYNCHRONOUS =
      Pattern.compile(
          "(?i:ping|query|exec|get|do|select|scan|read|fetch|load|list|find|lookup|check|verify|delete"
              + "|remove|insert|save|wait|shutdown|close|count|exists|prepare|commit|resolve)"
              + "(?:[A-Z]\\w*)?");

  private final Text text;
  private final boolean isCancelled;

  /**
   * @param isCancelled whether the function cancels the context itself on some path; if not, only
   *     what is known to return when it is done may have it
   */
  ContextUses(Text text, boolean isCancelled) {
    this.text = text;
    this.isCancelled = isCancelled;
  }

  void endWithFunction(String name, Place place) throws NotMendable {
    for (Field result : place.results()) {
      if (!PLAIN.contains(text.of(result.type()))) {
        throw new NotMendable(
            "the function returns %s, which may need the context"
                .formatted(text.of(result.type())));
      }
    }
    if (place.isResult(name)) {
      throw new NotMendable(name + " is a result of the function");
    }
    check(name, place, true, new HashSet<>(), 0);
  }

  /**
   * @param isContext or something that was made with one
   */
  private void check(String name, Place place, boolean isContext, Set<String> seen, int depth)
      throws NotMendable {
    if (depth > DEPTH) {
      throw new NotMendable("too much is made of the context");
    }
    if (!seen.add(name)) {
      return;
    }
    Parents parents = place.parents();
    for (Expr.Ident use : place.uses(name)) {
      if (!Place.function(use, parents).equals(place.function())) {
        throw new NotMendable("a function literal has " + name + ", and may run later");
      }
      boolean isCalled = false;
      for (Node around : parents.around(use)) {
        switch (around) {
          case Stmt.GoStmt _ -> throw new NotMendable("a goroutine has " + name);
          case Stmt.SendStmt _ -> throw new NotMendable(name + " is sent to somebody");
          case Expr.CompositeLit _ -> throw new NotMendable(name + " is stored");
          case Expr.CallExpr call -> {
            isCalled = true;
            if (call.arguments().stream().anyMatch(one -> Parents.contains(one, use))) {
              livesOn(name, call);
            }
          }
          case Stmt.AssignStmt assign ->
              assigned(name, use, assign, place, isCalled, isContext, seen, depth);
          default -> {}
        }
        if (around instanceof Stmt) {
          break;
        }
      }
    }
  }

  private void livesOn(String name, Expr.CallExpr call) throws NotMendable {
    String function = text.of(call.function());
    String last = function.substring(function.lastIndexOf('.') + 1);
    boolean isKnown = BOUND_TO_CALLER.contains(last) && !function.startsWith("errgroup.");
    boolean mayLiveOn =
        isCancelled
            ? LIVING_ON.matcher(last).matches()
            : !SYNCHRONOUS.matcher(last).matches() || last.contains("Async");
    if (!isKnown && mayLiveOn) {
      throw new NotMendable(
          "%s is handed to %s, which may need it longer".formatted(name, function));
    }
  }

  private void assigned(
      String name,
      Expr.Ident use,
      Stmt.AssignStmt assign,
      Place place,
      boolean isCalled,
      boolean isContext,
      Set<String> seen,
      int depth)
      throws NotMendable {
    if (assign.left().stream().anyMatch(one -> Parents.contains(one, use))) {
      if (isContext) {
        throw new NotMendable(name + " is assigned once more");
      }
      return;
    }
    for (Expr left : assign.left()) {
      if (!(left instanceof Expr.Ident made)) {
        throw new NotMendable(name + ", or what is made with it, is stored in " + text.of(left));
      }
      boolean isPlain = made.name().equals("_") || made.name().equals("err");
      if (isPlain) {
        continue;
      }
      if (assign.operator() != Token.DEFINE && !isCalled) {
        throw new NotMendable(name + " is assigned to " + made.name());
      }
      if (assign.operator() != Token.DEFINE) {
        throw new NotMendable(
            "%s, which is declared elsewhere, is made with %s".formatted(made.name(), name));
      }
      check(made.name(), scope(assign, place), false, seen, depth + 1);
    }
  }

  /** An assignment in the head of an if or switch declares for all of that. */
  private static Place scope(Stmt.AssignStmt assign, Place place) throws NotMendable {
    Node around = place.parents().of(assign).orElse(assign);
    return around instanceof Stmt.IfStmt || around instanceof Stmt.SwitchStmt
        ? new Place(assign, place.function(), List.of((Stmt) around), 0, place.parents())
        : Place.of(assign, place.parents());
  }
}
