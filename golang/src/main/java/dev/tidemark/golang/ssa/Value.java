package dev.tidemark.golang.ssa;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What an expression gives, named by where it comes from. Pointers are not told apart from what
 * they point to, nor a value from what it is converted to.
 */
public sealed interface Value {
  /** The value nil. */
  Value NIL = new Nil();

  /**
   * What a function is called with.
   *
   * @param index from 0; -1 for the receiver
   */
  record Parameter(Body body, int index, Var symbol) implements Value {}

  /**
   * The same in a summary, whatever the body: what a call hands in takes its place.
   *
   * @param level 0 of the call itself; of a function that a call returned, 1 of that call, and so
   *     on outwards
   */
  record Argument(int index, int level) implements Value {
    public Argument(int index) {
      this(index, 0);
    }
  }

  /** A variable that more than one function changes, or whose address is taken. */
  record Cell(Var symbol) implements Value {}

  /** A variable of a package. */
  record Global(Var symbol) implements Value {}

  /**
   * Something new each time its code is run.
   *
   * @param size of a channel how many it can hold, of a slice or map how many {@code make} is told;
   *     {@link #NIL} where nothing is
   */
  record Made(Site site, Kind kind, Type type, Value size) implements Value {
    @Override
    public boolean equals(Object other) {
      return other instanceof Made made && made.site.equals(site);
    }

    @Override
    public int hashCode() {
      return site.hashCode();
    }
  }

  /** What is made. */
  enum Kind {
    CHANNEL,
    MAP,
    SLICE,
    /** By {@code new}, a composite literal, or the declaration of a variable without a value. */
    VARIABLE
  }

  /** A function literal with what it holds. */
  record Closure(Body body) implements Value {}

  /** A declared function. */
  record Function(Func symbol) implements Value {}

  /** A method with its receiver, not called yet. */
  record BoundMethod(Func symbol, Value receiver) implements Value {}

  /** One of the results of a call. */
  record Result(Op.Call call, int index) implements Value {}

  /** A field, by the place of its declaration: instances of a generic type share it. */
  record Field(Value base, FieldName name, Type type) implements Value {
    @Override
    public boolean equals(Object other) {
      return other instanceof Field field && field.name.equals(name) && field.base.equals(base);
    }

    @Override
    public int hashCode() {
      return base.hashCode() * 31 + name.hashCode();
    }
  }

  /**
   * An element of an array, slice or map: two of one base are taken for the same.
   *
   * @param key which one, where that is known; {@link #NIL} else
   */
  record Element(Value base, Value key) implements Value {
    @Override
    public boolean equals(Object other) {
      return other instanceof Element element && element.base.equals(base);
    }

    @Override
    public int hashCode() {
      return base.hashCode() * 31;
    }
  }

  /** What a channel gave. */
  record Received(Site site, Value channel) implements Value {}

  record Known(Constant constant) implements Value {}

  record Nil() implements Value {}

  /** What a variable is without having been assigned. */
  record Zero(Type type) implements Value {}

  /** An operation; of one operand, {@code y} is {@link #NIL}. */
  record Computed(Token operator, Value x, Value y) implements Value {}

  /** Whether a receive, a look into a map or a type assertion gave something. */
  record Ok(Site site, Value of) implements Value {}

  /** Nothing is known of it. */
  record Opaque(Site site) implements Value {}

  /** Where control flow meets: one of several, by the block it comes from. */
  final class Phi implements Value {
    private final Block block;
    private final List<Value> operands = new ArrayList<>(2);

    Phi(Block block) {
      this.block = block;
    }

    void add(Value operand) {
      operands.add(operand);
    }

    public Block block() {
      return block;
    }

    /** In the order of the block's predecessors; may be itself. */
    public List<Value> operands() {
      return Collections.unmodifiableList(operands);
    }

    @Override
    public String toString() {
      return "phi of " + operands.size();
    }
  }

  /** Syntax by identity: two nodes at the same place of two files are not the same. */
  record Site(Node node) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Site site && site.node == node;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(node);
    }
  }
}
