package dev.tidemark.golang.ssa;

import dev.tidemark.golang.check.TypeInfo;
import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.flow.Exit;
import dev.tidemark.golang.flow.Graph;
import dev.tidemark.golang.syntax.Decl;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Spec;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Body} of syntax and types: statements here, expressions in {@link Operands}. */
public final class Lowering {
  final Family family;
  final Body body;
  final TypeInfo info;
  private final Definitions definitions;
  final Operands operands;
  private final Assignments assignments;
  private final Node function;
  Block block;

  private Lowering(Family family, Body body) {
    this.family = family;
    this.body = body;
    this.info = family.info();
    this.function = body.node();
    this.block = body.graph().entry();
    this.definitions = new Definitions(body.graph());
    this.operands = new Operands(this);
    this.assignments = new Assignments(this);
  }

  /**
   * @param info what was found out about the function's body
   * @param neverReturns which functions of the module are found not to return
   */
  public static Body of(
      Func symbol,
      Decl.FuncDecl function,
      String file,
      TypeInfo info,
      Predicate<Func> neverReturns) {
    Signature signature = symbol.signature();
    Variables variables = new Variables(info);
    variables.declare(function, signature);
    variables.walk(function, function.body());
    Family family = Family.of(symbol, file, info, variables, NoReturn.of(info, neverReturns));
    return lower(family, function, function.body(), signature, null);
  }

  /**
   * A function literal outside of functions, which initialises a variable.
   *
   * @param symbol what to take it for: the package's initialisation
   */
  public static Body of(Func symbol, Expr.FuncLit literal, String file, TypeInfo info) {
    Signature signature = info.type(literal) instanceof Signature known ? known : Func.NO_SIGNATURE;
    Variables variables = new Variables(info);
    variables.declare(literal, signature);
    variables.walk(literal, literal.body());
    Family family = Family.of(symbol, file, info, variables, NoReturn.of(info, _ -> false));
    return lower(family, literal, literal.body(), signature, null);
  }

  static Body lower(
      Family family,
      Node function,
      Stmt.BlockStmt statements,
      Signature signature,
      @Nullable Body outer) {
    Graph graph = Graph.of(statements, family.doesNotReturn());
    Body body =
        new Body(
            family.symbol(),
            function,
            outer,
            signature,
            family.file(),
            family.info(),
            graph,
            family.contents());
    if (outer != null) {
      outer.literals.add(body);
    }
    new Lowering(family, body).run();
    return body;
  }

  private void run() {
    Signature signature = body.signature();
    if (!signature.receiver().isEmpty() && body.node() instanceof Decl.FuncDecl) {
      Var receiver = signature.receiver().getFirst();
      write(function, receiver, new Value.Parameter(body, -1, receiver));
    }
    for (int i = 0; i < signature.params().size(); i++) {
      Var parameter = signature.params().get(i);
      write(function, parameter, new Value.Parameter(body, i, parameter));
    }
    for (Var result : signature.results()) {
      write(function, result, new Value.Zero(result.type()));
    }
    for (Block next : body.graph().blocks()) {
      block = next;
      for (int i = 0; i < block.nodes().size(); i++) {
        Node node = block.nodes().get(i);
        if (i == 0 && node instanceof Stmt choice && isChoice(choice)) {
          choice(choice);
        } else {
          node(node);
        }
      }
      exit(block.exit());
    }
    definitions.complete();
  }

  void emit(Op op) {
    body.ops.get(block.index()).add(op);
  }

  Value read(Var local) {
    Value constant = family.constants().get(local);
    if (constant != null) {
      return constant;
    }
    Variables variables = family.variables();
    if (variables.isConstant(local) || variables.isCell(local, function)) {
      return new Value.Cell(local);
    }
    return definitions.read(block, local);
  }

  void write(Node node, Var local, Value value) {
    Variables variables = family.variables();
    if (variables.isConstant(local)) {
      family.constants().put(local, value);
      return;
    }
    if (variables.isShared(local)) {
      family.share(local, value);
    }
    if (variables.isCell(local, function)) {
      emit(new Op.Store(node, new Value.Cell(local), Value.NIL, value));
    } else {
      definitions.write(block, local, value);
      if (variables.isShared(local)) {
        emit(new Op.Share(node, local, value));
      }
    }
  }

  private boolean isChoice(Stmt statement) {
    for (Block before : block.predecessors()) {
      if (before.exit() instanceof Exit.Select(Stmt.SelectStmt select)) {
        for (Stmt clause : select.body().statements()) {
          if (clause instanceof Stmt.CommClause one && one.communication() == statement) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** What a clause of a select begins with; its operands were evaluated before. */
  private void choice(Stmt statement) {
    switch (statement) {
      case Stmt.SendStmt send ->
          emit(new Op.Send(send, operands.peek(send.channel()), operands.peek(send.value()), true));
      case Stmt.ExprStmt(_, _, Expr x)
          when Variables.unparen(x) instanceof Expr.UnaryExpr receive -> {
        emit(new Op.Receive(receive, operands.peek(receive.x()), true));
      }
      case Stmt.AssignStmt assign
          when Variables.unparen(assign.right().getFirst()) instanceof Expr.UnaryExpr receive -> {
        Value channel = operands.peek(receive.x());
        emit(new Op.Receive(receive, channel, true));
        Value.Site site = new Value.Site(receive);
        Value received = new Value.Received(site, channel);
        assignments.assign(assign, assign.left(), List.of(received, new Value.Ok(site, received)));
      }
      default -> node(statement);
    }
  }

  private void node(Node node) {
    switch (node) {
      case Stmt.ExprStmt expression -> operands.of(expression.x());
      case Stmt.SendStmt send -> {
        Value channel = operands.of(send.channel());
        emit(new Op.Send(send, channel, operands.of(send.value()), false));
      }
      case Stmt.IncDecStmt step -> {
        Value before = operands.of(step.x());
        Token operator = step.operator() == Token.INC ? Token.ADD : Token.SUB;
        Value one = new Value.Known(Constant.of(1));
        assignments.assign(
            step, List.of(step.x()), List.of(Operands.computed(step, operator, before, one)));
      }
      case Stmt.AssignStmt assign -> assignments.assign(assign);
      case Stmt.GoStmt started -> started(started.call(), Op.Mode.GO);
      case Stmt.DeferStmt deferred -> started(deferred.call(), Op.Mode.DEFER);
      case Stmt.ReturnStmt returned -> assignments.returned(returned);
      case Stmt.RangeStmt loop -> next(loop);
      case Stmt.CaseClause clause -> bind(clause);
      case Spec.ValueSpec spec -> assignments.declare(spec);
      case Expr expression -> operands.of(expression);
      default -> {}
    }
  }

  private void started(Expr expr, Op.Mode mode) {
    if (Variables.unparen(expr) instanceof Expr.CallExpr call) {
      operands.calls().call(call, mode);
    }
  }

  /** The next element of a loop. */
  private void next(Stmt.RangeStmt loop) {
    Value over = operands.peek(loop.x());
    Value.Site site = new Value.Site(loop);
    Type type = info.type(loop.x()).underlying();
    Value key = new Value.Opaque(site);
    Value value = new Value.Element(over, key);
    if (type instanceof Type.Chan) {
      key = new Value.Received(site, over);
    }
    if (!loop.key().isNone()) {
      assignments.assign(loop, Variables.unparen(loop.key()), key);
    }
    if (!loop.value().isNone()) {
      assignments.load(loop, value);
      assignments.assign(loop, Variables.unparen(loop.value()), value);
    }
  }

  private void bind(Stmt.CaseClause clause) {
    if (info.implicit(clause).orElse(null) instanceof Var local) {
      for (Block before : block.predecessors()) {
        Value over = body.conditions.get(before.index());
        if (before.exit() instanceof Exit.TypeCase && over != Value.NIL) {
          write(clause, local, over);
          return;
        }
      }
      write(clause, local, new Value.Opaque(new Value.Site(clause)));
    }
  }

  private void exit(Exit exit) {
    Value condition =
        switch (exit) {
          case Exit.If(Expr value) -> operands.of(value);
          case Exit.Case(Expr tag, Expr value, _) ->
              new Value.Computed(Token.EQL, operands.peek(tag), operands.of(value));
          case Exit.TypeCase(Stmt.TypeSwitchStmt statement, _) -> switched(statement.assign());
          case Exit.Range(Stmt.RangeStmt loop) -> {
            Value over = operands.peek(loop.x());
            if (info.type(loop.x()).underlying() instanceof Type.Chan) {
              emit(new Op.Receive(loop, over, false));
            }
            yield over;
          }
          case Exit.Select(Stmt.SelectStmt statement) -> {
            select(statement);
            yield Value.NIL;
          }
          case Exit.Jump _ -> {
            block.successors().forEach(this::iterate);
            yield Value.NIL;
          }
          case Exit.Return _, Exit.NoReturn _, Exit.Nowhere _ -> Value.NIL;
        };
    body.conditions.set(block.index(), condition);
  }

  /** Before a loop over a function that function is called, once. */
  private void iterate(Block next) {
    if (next.exit() instanceof Exit.Range(Stmt.RangeStmt loop)
        && !block.nodes().isEmpty()
        && block.nodes().getLast() == loop.x()
        && info.type(loop.x()).underlying() instanceof Signature) {
      operands.calls().iterate(loop);
    }
  }

  private Value switched(Stmt assign) {
    Expr over =
        switch (assign) {
          case Stmt.ExprStmt expression -> expression.x();
          case Stmt.AssignStmt binding -> binding.right().getFirst();
          default -> Expr.NONE;
        };
    return Variables.unparen(over) instanceof Expr.TypeAssertExpr assertion
        ? operands.peek(assertion.x())
        : Value.NIL;
  }

  private void select(Stmt.SelectStmt statement) {
    List<Op.Choice> choices = new ArrayList<>();
    for (Stmt one : statement.body().statements()) {
      if (one instanceof Stmt.CommClause clause) {
        choices.add(choice(clause));
      }
    }
    emit(new Op.Select(statement, choices));
  }

  private Op.Choice choice(Stmt.CommClause clause) {
    return switch (clause.communication()) {
      case Stmt.SendStmt send -> {
        Value channel = operands.of(send.channel());
        yield new Op.Choice(clause, Op.Direction.SEND, channel, operands.of(send.value()));
      }
      case Stmt.ExprStmt expression -> receive(clause, expression.x());
      case Stmt.AssignStmt assign -> receive(clause, assign.right().getFirst());
      default -> new Op.Choice(clause, Op.Direction.NONE, Value.NIL, Value.NIL);
    };
  }

  private Op.Choice receive(Stmt.CommClause clause, Expr expr) {
    Value channel =
        Variables.unparen(expr) instanceof Expr.UnaryExpr receive
            ? operands.of(receive.x())
            : new Value.Opaque(new Value.Site(expr));
    return new Op.Choice(clause, Op.Direction.RECEIVE, channel, Value.NIL);
  }
}
