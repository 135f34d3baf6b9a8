package dev.tidemark.golang.ssa;

import dev.tidemark.golang.check.TypeInfo;
import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.flow.Graph;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The body of a function or function literal. Two bodies are the same if they are the object. */
public final class Body {
  private final Func symbol;
  private final Node node;
  private final @Nullable Body outer;
  private final Signature signature;
  private final String file;
  private final TypeInfo info;
  private final Graph graph;
  final List<List<Op>> ops = new ArrayList<>();
  final List<Value> conditions = new ArrayList<>();
  final List<Body> literals = new ArrayList<>();

  /** What is ever stored in variables that more than one function changes; one for a family. */
  final Map<Var, Set<Value>> contents;

  Body(
      Func symbol,
      Node node,
      @Nullable Body outer,
      Signature signature,
      String file,
      TypeInfo info,
      Graph graph,
      Map<Var, Set<Value>> contents) {
    this.symbol = symbol;
    this.node = node;
    this.outer = outer;
    this.signature = signature;
    this.file = file;
    this.info = info;
    this.graph = graph;
    this.contents = contents;
    for (Block _ : graph.blocks()) {
      ops.add(new ArrayList<>(2));
      conditions.add(Value.NIL);
    }
  }

  /** The declared function that it is, or is part of. */
  public Func symbol() {
    return symbol;
  }

  /** A {@code FuncDecl} or {@code FuncLit}. */
  public Node node() {
    return node;
  }

  /** The body that a function literal stands in; itself for a declared function. */
  public Body outer() {
    return outer == null ? this : outer;
  }

  public boolean isLiteral() {
    return outer != null;
  }

  public Signature signature() {
    return signature;
  }

  /** The file it stands in. */
  public String file() {
    return file;
  }

  public TypeInfo info() {
    return info;
  }

  public Graph graph() {
    return graph;
  }

  /** Function literals that stand directly in it, in order. */
  public List<Body> literals() {
    return Collections.unmodifiableList(literals);
  }

  /** What a block does, in order. */
  public List<Op> ops(Block block) {
    return Collections.unmodifiableList(ops.get(block.index()));
  }

  /** What decides how a block ends; {@link Value#NIL} where nothing does. */
  public Value condition(Block block) {
    return conditions.get(block.index());
  }

  /** Where an operation of it stands. */
  public Optional<Block> blockOf(Op op) {
    return graph.blocks().stream().filter(block -> ops(block).contains(op)).findFirst();
  }

  /** The types of what a call in it gives; one that is unknown where nothing is known. */
  public List<Type> resultTypes(Op.Call call) {
    return info.type(call.node()) instanceof Type.Tuple tuple
        ? tuple.vars().stream().map(Var::type).toList()
        : List.of(info.type(call.node()));
  }

  /** Everything it does, without what the literals in it do. */
  public void forEachOp(Consumer<Op> visitor) {
    ops.forEach(list -> list.forEach(visitor));
  }

  /** It, and every literal within. */
  public void forEachBody(Consumer<Body> visitor) {
    visitor.accept(this);
    literals.forEach(literal -> literal.forEachBody(visitor));
  }

  /** What a value may be, with variables and joins looked through. */
  public Set<Value> sources(Value value) {
    Set<Value> found = new LinkedHashSet<>(2);
    sources(value, found, new LinkedHashSet<>(2));
    return found;
  }

  private void sources(Value value, Set<Value> found, Set<Value> seen) {
    switch (value) {
      case Value.Phi phi -> {
        if (seen.add(phi)) {
          phi.operands().forEach(operand -> sources(operand, found, seen));
        }
      }
      case Value.Cell cell -> {
        Set<Value> stored = contents.get(cell.symbol());
        if (stored == null || stored.isEmpty()) {
          found.add(cell);
        } else if (seen.add(cell)) {
          stored.forEach(one -> sources(one, found, seen));
        }
      }
      case Value.Parameter _,
          Value.Argument _,
          Value.Global _,
          Value.Made _,
          Value.Closure _,
          Value.Function _,
          Value.BoundMethod _,
          Value.Result _,
          Value.Field _,
          Value.Element _,
          Value.Received _,
          Value.Known _,
          Value.Nil _,
          Value.Zero _,
          Value.Computed _,
          Value.Ok _,
          Value.Opaque _ ->
          found.add(value);
    }
  }

  /** As {@code pkg.Type.Method.func1.2}, after the runtime's manner. */
  public String name() {
    if (outer == null) {
      return QualifiedName.of(symbol);
    }
    int number = outer.literals.indexOf(this) + 1;
    return outer.name() + (outer.outer == null ? ".func" : ".") + number;
  }

  @Override
  public String toString() {
    return name();
  }
}
