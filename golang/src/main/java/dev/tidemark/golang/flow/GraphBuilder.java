package dev.tidemark.golang.flow;

import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Spec;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.syntax.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lays out a body in blocks, statement by statement. */
final class GraphBuilder {
  private final Predicate<Expr.CallExpr> doesNotReturn;
  private final Map<String, Label> labels = new HashMap<>();
  private Block current = new Block();
  private @Nullable Targets targets;

  /** What the name of a statement stands for. */
  private static final class Label {
    final Block start = new Block();
    @Nullable Block onBreak;
    @Nullable Block onContinue;
  }

  GraphBuilder(Predicate<Expr.CallExpr> doesNotReturn) {
    this.doesNotReturn = doesNotReturn;
  }

  Block build(Stmt.BlockStmt body) {
    Block entry = current;
    statements(body.statements());
    end(new Exit.Return(Stmt.NONE));
    return entry;
  }

  private void statements(List<Stmt> list) {
    for (Stmt statement : list) {
      statement(statement, null);
    }
  }

  private void end(Exit exit, Block... successors) {
    current.end = exit;
    current.next.addAll(List.of(successors));
  }

  private void jump(Block to) {
    current.next.add(to);
  }

  /** What follows can only be reached by a jump. */
  private void leave(Exit exit) {
    end(exit);
    current = new Block();
  }

  private Label label(String name) {
    return name.equals("_") ? new Label() : labels.computeIfAbsent(name, _ -> new Label());
  }

  private void statement(Stmt statement, @Nullable Label label) {
    switch (statement) {
      case Stmt.NoStmt _, Stmt.CaseClause _, Stmt.CommClause _ -> {}
      case Stmt.BadStmt _,
          Stmt.SendStmt _,
          Stmt.IncDecStmt _,
          Stmt.DeferStmt _,
          Stmt.EmptyStmt _,
          Stmt.AssignStmt _ ->
          current.code.add(statement);
      case Stmt.GoStmt started -> {
        current.code.add(started);
        // Nobody can recover from a panic that a goroutine begins with.
        if (started.call() instanceof Expr.CallExpr call && isPanic(call)) {
          leave(new Exit.NoReturn(call));
        }
      }
      case Stmt.ExprStmt expression -> {
        current.code.add(expression);
        if (expression.x() instanceof Expr.CallExpr call && doesNotReturn.test(call)) {
          leave(new Exit.NoReturn(call));
        }
      }
      case Stmt.DeclStmt declared -> {
        if (declared.declaration().keyword() == Token.VAR) {
          for (Spec spec : declared.declaration().specs()) {
            current.code.add(spec);
          }
        }
      }
      case Stmt.LabeledStmt labelled -> {
        Label made = label(labelled.label().name());
        jump(made.start);
        current = made.start;
        statement(labelled.statement(), made);
      }
      case Stmt.ReturnStmt returned -> {
        current.code.add(returned);
        leave(new Exit.Return(returned));
      }
      case Stmt.BranchStmt branch -> branch(branch);
      case Stmt.BlockStmt block -> statements(block.statements());
      case Stmt.IfStmt choice -> choice(choice);
      case Stmt.SwitchStmt choice -> choice(choice, label);
      case Stmt.TypeSwitchStmt choice -> choice(choice, label);
      case Stmt.SelectStmt choice -> choice(choice, label);
      case Stmt.ForStmt loop -> loop(loop, label);
      case Stmt.RangeStmt loop -> loop(loop, label);
    }
  }

  private boolean isPanic(Expr.CallExpr call) {
    return call.function() instanceof Expr.Ident name
        && name.name().equals("panic")
        && doesNotReturn.test(call);
  }

  private void branch(Stmt.BranchStmt branch) {
    Block to = target(branch);
    if (to == null) {
      leave(new Exit.Nowhere());
    } else {
      jump(to);
      current = new Block();
    }
  }

  private @Nullable Block target(Stmt.BranchStmt branch) {
    if (!branch.label().isNone()) {
      Label label = label(branch.label().name());
      return switch (branch.keyword()) {
        case BREAK -> label.onBreak;
        case CONTINUE -> label.onContinue;
        default -> label.start;
      };
    }
    Block to = null;
    for (Targets at = targets; at != null && to == null; at = at.outer()) {
      to =
          switch (branch.keyword()) {
            case BREAK -> at.onBreak();
            case CONTINUE -> at.onContinue();
            default -> at.onFallthrough();
          };
    }
    return to;
  }

  private void choice(Stmt.IfStmt choice) {
    statement(choice.init(), null);
    Block then = new Block();
    Block done = new Block();
    Block otherwise = choice.otherwise().isNone() ? done : new Block();
    condition(choice.condition(), then, otherwise);
    current = then;
    statements(choice.body().statements());
    jump(done);
    if (otherwise != done) {
      current = otherwise;
      statement(choice.otherwise(), null);
      jump(done);
    }
    current = done;
  }

  /** Each operand of {@code &&} and {@code ||} is a branch of its own. */
  private void condition(Expr condition, Block then, Block otherwise) {
    switch (condition) {
      case Expr.ParenExpr paren -> condition(paren.x(), then, otherwise);
      case Expr.UnaryExpr not when not.operator() == Token.NOT ->
          condition(not.x(), otherwise, then);
      case Expr.BinaryExpr both when both.operator() == Token.LAND -> {
        Block second = new Block();
        condition(both.x(), second, otherwise);
        current = second;
        condition(both.y(), then, otherwise);
      }
      case Expr.BinaryExpr either when either.operator() == Token.LOR -> {
        Block second = new Block();
        condition(either.x(), then, second);
        current = second;
        condition(either.y(), then, otherwise);
      }
      default -> end(new Exit.If(condition), then, otherwise);
    }
  }

  private void choice(Stmt.SwitchStmt choice, @Nullable Label label) {
    statement(choice.init(), null);
    if (!choice.tag().isNone()) {
      current.code.add(choice.tag());
    }
    Block done = done(label);
    List<Stmt.CaseClause> clauses = clauses(choice.body());
    List<Block> bodies = new ArrayList<>();
    clauses.forEach(_ -> bodies.add(new Block()));
    boolean isOfSeveral =
        clauses.size() > 1 && clauses.stream().noneMatch(Stmt.CaseClause::isDefault);
    Block byDefault = done;
    for (int i = 0; i < clauses.size(); i++) {
      if (clauses.get(i).isDefault()) {
        byDefault = bodies.get(i);
      }
      List<Expr> values = clauses.get(i).values();
      for (int j = 0; j < values.size(); j++) {
        Expr value = values.get(j);
        Block next = new Block();
        if (choice.tag().isNone()) {
          condition(value, bodies.get(i), next);
        } else {
          boolean isLast = isOfSeveral && i == clauses.size() - 1 && j == values.size() - 1;
          end(new Exit.Case(choice.tag(), value, isLast), bodies.get(i), next);
        }
        current = next;
      }
    }
    jump(byDefault);
    for (int i = 0; i < clauses.size(); i++) {
      current = bodies.get(i);
      Block following = i + 1 < bodies.size() ? bodies.get(i + 1) : done;
      body(clauses.get(i).body(), new Targets(targets, done, null, following), done);
    }
    current = done;
  }

  private void choice(Stmt.TypeSwitchStmt choice, @Nullable Label label) {
    statement(choice.init(), null);
    statement(choice.assign(), null);
    Block done = done(label);
    List<Stmt.CaseClause> clauses = clauses(choice.body());
    List<Block> bodies = new ArrayList<>();
    Block byDefault = done;
    for (Stmt.CaseClause clause : clauses) {
      Block body = new Block();
      body.code.add(clause);
      bodies.add(body);
      if (clause.isDefault()) {
        byDefault = body;
      }
      for (Expr type : clause.values()) {
        Block next = new Block();
        end(new Exit.TypeCase(choice, type), body, next);
        current = next;
      }
    }
    jump(byDefault);
    for (int i = 0; i < clauses.size(); i++) {
      current = bodies.get(i);
      body(clauses.get(i).body(), new Targets(targets, done, null, null), done);
    }
    current = done;
  }

  private void choice(Stmt.SelectStmt choice, @Nullable Label label) {
    Block done = done(label);
    Block head = current;
    head.end = new Exit.Select(choice);
    for (Stmt clause : choice.body().statements()) {
      if (clause instanceof Stmt.CommClause communication) {
        current = new Block();
        head.next.add(current);
        if (!communication.communication().isNone()) {
          current.code.add(communication.communication());
        }
        body(communication.body(), new Targets(targets, done, null, null), done);
      }
    }
    current = done;
  }

  private static List<Stmt.CaseClause> clauses(Stmt.BlockStmt body) {
    List<Stmt.CaseClause> clauses = new ArrayList<>();
    for (Stmt statement : body.statements()) {
      if (statement instanceof Stmt.CaseClause clause) {
        clauses.add(clause);
      }
    }
    return clauses;
  }

  private void body(List<Stmt> statements, Targets inside, Block behind) {
    targets = inside;
    statements(statements);
    targets = inside.outer();
    jump(behind);
  }

  private static Block done(@Nullable Label label) {
    Block done = new Block();
    if (label != null) {
      label.onBreak = done;
    }
    return done;
  }

  private void loop(Stmt.ForStmt loop, @Nullable Label label) {
    statement(loop.init(), null);
    Block body = new Block();
    Block done = done(label);
    Block test = loop.condition().isNone() ? body : new Block();
    Block post = loop.post().isNone() ? test : new Block();
    if (label != null) {
      label.onContinue = post;
    }
    jump(test);
    if (test != body) {
      current = test;
      condition(loop.condition(), body, done);
    }
    current = body;
    body(loop.body().statements(), new Targets(targets, done, post, null), post);
    if (post != test) {
      current = post;
      statement(loop.post(), null);
      jump(test);
    }
    current = done;
  }

  private void loop(Stmt.RangeStmt loop, @Nullable Label label) {
    current.code.add(loop.x());
    Block head = new Block();
    jump(head);
    Block body = new Block();
    Block done = done(label);
    if (label != null) {
      label.onContinue = head;
    }
    current = head;
    end(new Exit.Range(loop), body, done);
    current = body;
    body.code.add(loop);
    body(loop.body().statements(), new Targets(targets, done, head, null), head);
    current = done;
  }
}
