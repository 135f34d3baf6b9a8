package dev.tidemark.scan.rule.retention;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.syntax.Walk;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.growth.Container;
import dev.tidemark.scan.growth.Growth;
import java.util.List;
import java.util.Set;

/**
 * A part of a big buffer that is kept: a slice of it keeps all of it.
 *
 * <pre>
 *   all, err := io.ReadAll(body)                 all, err := io.ReadAll(body)
 *   s.heads = append(s.heads, all[:32])          s.heads = append(s.heads, bytes.Clone(all[:32]))
 *                             // found                                            // fine
 * </pre>
 */
public final class SubsliceKept implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "slice-of-big-buffer-kept",
          LeakClass.LEAK,
          "a part of a big buffer is kept, and all of the buffer with it",
          401,
          "keep a copy: bytes.Clone or strings.Clone of the part");

  private static final Set<String> BIG =
      Set.of("io.ReadAll", "io/ioutil.ReadAll", "os.ReadFile", "io/ioutil.ReadFile");

  /** What gives parts of what it is called with. */
  private static final Set<String> CUTTING =
      Set.of(
          "strings.Cut",
          "strings.Split",
          "strings.SplitN",
          "strings.Fields",
          "bytes.Cut",
          "bytes.Split",
          "bytes.SplitN",
          "bytes.Fields");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    Growth.of(unit)
        .forEachKept(
            unit,
            (container, insertions) ->
                insertions.forEach(insertion -> check(container, insertion, unit, out)));
  }

  private static void check(
      Container container, Growth.Insertion insertion, Unit unit, Findings out) {
    Body body = insertion.body();
    Value kept = insertion.value();
    boolean isCut = false;
    Value root = kept instanceof Value.Element(Value all, _) ? all : kept;
    if (root instanceof Value.Result(Op.Call cut, _) && CUTTING.contains(cut.name())) {
      kept = cut.argument(0);
      isCut = true;
    }
    if (kept instanceof Value.Result(Op.Call call, int index)
        && index == 0
        && BIG.contains(call.name())
        && (isCut || isPart(body, inserted(insertion)))) {
      String text = "a part of it is kept in " + container.name();
      out.add(
          INFO,
          body,
          insertion.node(),
          "the part keeps the whole buffer in memory",
          List.of(
              new Step(unit.span(body, call.node()), "the buffer is read"),
              new Step(unit.span(body, insertion.node()), text)));
    }
  }

  private static Expr inserted(Growth.Insertion insertion) {
    return insertion.node() instanceof Stmt.AssignStmt assign && assign.right().size() == 1
        ? assign.right().getFirst() instanceof Expr.CallExpr append
                && append.arguments().size() == 2
            ? append.arguments().get(1)
            : assign.right().getFirst()
        : Expr.NONE;
  }

  private static boolean isPart(Body body, Expr inserted) {
    if (inserted instanceof Expr.SliceExpr) {
      return true;
    }
    if (!(inserted instanceof Expr.Ident name)) {
      return false;
    }
    boolean[] found = new boolean[1];
    Walk.preorder(
        body.node(),
        node -> {
          found[0] |=
              node instanceof Stmt.AssignStmt assign
                  && assign.left().size() == 1
                  && assign.left().getFirst() instanceof Expr.Ident left
                  && left.name().equals(name.name())
                  && assign.right().getFirst() instanceof Expr.SliceExpr;
          return !found[0];
        });
    return found[0];
  }
}
