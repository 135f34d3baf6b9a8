package dev.tidemark.scan.mend;

import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.syntax.Token;
import java.util.Set;

/**
 * What becomes of a variable in its function. It may be given back when the function ends only if
 * nobody has it then: nothing here may return it, store it, send it, or hand it to what may keep
 * it. What is not known to let go counts as keeping.
 */
final class Uses {
  /** Functions that are done with what they are given when they return. */
  private static final Set<String> READERS =
      Set.of(
          "io.ReadAll",
          "ioutil.ReadAll",
          "io.Copy",
          "io.CopyN",
          "io.CopyBuffer",
          "io.ReadFull",
          "io.ReadAtLeast",
          "io.WriteString",
          "fmt.Fprint",
          "fmt.Fprintf",
          "fmt.Fprintln",
          "fmt.Fscan",
          "fmt.Fscanf",
          "fmt.Fscanln",
          "httputil.DumpResponse",
          "binary.Read",
          "binary.Write",
          "signal.Notify",
          "signal.Stop",
          "signal.Reset");

  /** Functions whose result has what they are given, and nobody else. */
  private static final Set<String> WRAPPERS =
      Set.of(
          "bufio.NewReader",
          "bufio.NewReaderSize",
          "bufio.NewScanner",
          "bufio.NewWriter",
          "bufio.NewWriterSize",
          "io.LimitReader",
          "io.TeeReader",
          "json.NewDecoder",
          "json.NewEncoder",
          "xml.NewDecoder",
          "xml.NewEncoder",
          "gob.NewDecoder",
          "gob.NewEncoder",
          "csv.NewReader",
          "csv.NewWriter",
          "gzip.NewReader",
          "gzip.NewWriter",
          "tar.NewReader",
          "tar.NewWriter",
          "http.MaxBytesReader");

  /** Fields that hold what has to be given back, or is of no use without it. */
  private static final Set<String> CARRYING = Set.of("Body", "C");

  private static final int DEPTH = 4;

  private final Place place;
  private final Text text;

  Uses(Place place, Text text) {
    this.place = place;
    this.text = text;
  }

  /** Throws unless a variable that the place's statement declares stays in its function. */
  void staysHere(String name) throws NotMendable {
    staysHere(name, place, 0);
  }

  private void staysHere(String name, Place declared, int depth) throws NotMendable {
    if (depth > DEPTH || declared.isResult(name)) {
      throw new NotMendable(name + " is a result of the function");
    }
    for (Expr.Ident mention : declared.mentions(name)) {
      if (!Place.function(mention, declared.parents()).equals(declared.function())) {
        throw new NotMendable("a function literal has " + name + ", and may run later");
      }
    }
    for (Expr.Ident use : declared.uses(name)) {
      letsGo(name, use, declared, depth);
    }
  }

  private void letsGo(String name, Expr use, Place declared, int depth) throws NotMendable {
    Parents parents = declared.parents();
    Node part = use;
    while (true) {
      Node whole = parents.of(part).orElseThrow();
      switch (whole) {
        case Expr.SelectorExpr selector -> {
          boolean isCalled =
              parents.of(selector).orElseThrow() instanceof Expr.CallExpr call
                  && call.function() == selector;
          if (isCalled) {
            notStarted(name, selector, parents);
            return;
          }
          if (!CARRYING.contains(selector.selected().name())) {
            return;
          }
        }
        case Expr.ParenExpr _ -> {}
        case Expr.UnaryExpr unary when unary.operator() == Token.ARROW -> {
          return;
        }
        case Expr.BinaryExpr _, Stmt.RangeStmt _ -> {
          return;
        }
        case Expr.CallExpr call -> {
          String function = text.of(call.function());
          notStarted(name, call, parents);
          if (READERS.contains(function)) {
            return;
          }
          if (!WRAPPERS.contains(function)) {
            throw new NotMendable(
                "%s is handed to %s, which may keep it".formatted(name, function));
          }
        }
        case Stmt.AssignStmt assign -> {
          if (assign.operator() == Token.DEFINE
              && assign.right().size() == 1
              && assign.right().contains(part)
              && assign.left().getFirst() instanceof Expr.Ident alias) {
            staysHere(alias.name(), Place.of(assign, parents), depth + 1);
            return;
          }
          throw new NotMendable(name + " is assigned once more, or stored");
        }
        case Stmt.ReturnStmt _ -> throw new NotMendable(name + " is returned");
        case Stmt.SendStmt _ -> throw new NotMendable(name + " is sent to somebody");
        default -> throw new NotMendable(name + " is stored, or used in a way not followed here");
      }
      part = whole;
    }
  }

  private static void notStarted(String name, Node call, Parents parents) throws NotMendable {
    for (Node around : parents.around(call)) {
      if (around instanceof Stmt.GoStmt) {
        throw new NotMendable("a goroutine has " + name + ", and may run longer");
      }
      if (around instanceof Stmt) {
        return;
      }
    }
  }

  /** Whether a method without arguments is called on it, not deferred. */
  boolean calls(String name, Set<String> methods) {
    return place.uses(name).stream()
        .anyMatch(use ->
            place.parents().of(use).orElseThrow() instanceof Expr.SelectorExpr selector
                && methods.contains(selector.selected().name()));
  }
}
