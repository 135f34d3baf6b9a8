package dev.tidemark.golang.ssa;

import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Var;
import java.util.List;

/** One thing that a body does. */
public sealed interface Op {
  Node node();

  /** When a call is made. */
  enum Mode {
    NOW,
    /** In a goroutine of its own. */
    GO,
    /** When the function ends. */
    DEFER
  }

  /** Two calls are the same if they are the same object. */
  final class Call implements Op {
    private final Expr.CallExpr node;
    private final Mode mode;
    private final String name;
    private final Callee callee;
    private final Value receiver;
    private final List<Value> arguments;

    /**
     * @param name as {@link QualifiedName} writes it; empty where the callee has none
     * @param receiver {@link Value#NIL} where there is none
     */
    Call(
        Expr.CallExpr node,
        Mode mode,
        String name,
        Callee callee,
        Value receiver,
        List<Value> arguments) {
      this.node = node;
      this.mode = mode;
      this.name = name;
      this.callee = callee;
      this.receiver = receiver;
      this.arguments = List.copyOf(arguments);
    }

    @Override
    public Expr.CallExpr node() {
      return node;
    }

    public Mode mode() {
      return mode;
    }

    public String name() {
      return name;
    }

    /** The name without package and type: {@code Do} of {@code net/http.Client.Do}. */
    public String lastName() {
      return name.substring(name.lastIndexOf('.') + 1);
    }

    public Callee callee() {
      return callee;
    }

    public Value receiver() {
      return receiver;
    }

    public List<Value> arguments() {
      return arguments;
    }

    /** With -1 the receiver; {@link Value#NIL} where there is no such argument. */
    public Value argument(int index) {
      if (index < 0) {
        return receiver;
      }
      return index < arguments.size() ? arguments.get(index) : Value.NIL;
    }

    /**
     * Which parameter takes an argument: a variadic function's last one takes all that are left.
     *
     * @param argument from 0; -1 for the receiver
     */
    public int parameter(int argument) {
      Signature signature =
          switch (callee) {
            case Callee.Static(Func symbol) -> symbol.signature();
            case Callee.Interface(Func symbol) -> symbol.signature();
            case Callee.Literal(Body literal) -> literal.signature();
            case Callee.Dynamic _, Callee.Language _ -> Func.NO_SIGNATURE;
          };
      return signature.isVariadic() ? Math.min(argument, signature.params().size() - 1) : argument;
    }

    @Override
    public String toString() {
      return "call of " + name;
    }
  }

  /**
   * @param isChoice whether it is the clause of a select that was chosen
   */
  record Send(Stmt.SendStmt node, Value channel, Value value, boolean isChoice) implements Op {}

  /**
   * @param isChoice whether it is the clause of a select that was chosen
   */
  record Receive(Node node, Value channel, boolean isChoice) implements Op {
    /** Whether it goes on until the channel is closed. */
    public boolean isRange() {
      return node instanceof Stmt.RangeStmt;
    }
  }

  /** Waits for one of its clauses; the block's successors are these, in order. */
  record Select(Stmt.SelectStmt node, List<Choice> choices) implements Op {
    /** Whether it goes on at once where no clause can. */
    public boolean hasDefault() {
      return choices.stream().anyMatch(choice -> choice.direction() == Direction.NONE);
    }
  }

  /**
   * A clause of a select; {@link Value#NIL} for what it has not.
   *
   * @param value what is sent
   */
  record Choice(Stmt.CommClause clause, Direction direction, Value channel, Value value) {}

  /** What a clause of a select does. */
  enum Direction {
    SEND,
    RECEIVE,
    NONE
  }

  /**
   * An assignment to what outlives the statement.
   *
   * @param place a {@link Value.Field}, {@link Value.Element}, {@link Value.Global}, {@link
   *     Value.Cell} or what a pointer points to
   * @param key of a map or slice; {@link Value#NIL} else
   */
  record Store(Node node, Value place, Value key, Value value) implements Op {}

  /** A variable that function literals read, and only its own function changes, gets a value. */
  record Share(Node node, Var variable, Value value) implements Op {}

  /**
   * What a place in memory holds is read into a variable.
   *
   * @param value the place; the variable's value is this very object
   */
  record Load(Node node, Value value) implements Op {}

  record Return(Node node, List<Value> values) implements Op {}
}
