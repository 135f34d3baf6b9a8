package dev.tidemark.golang.syntax;

import java.util.List;

/** An expression or a type; before types are known the two can't always be told apart. */
public sealed interface Expr extends Node {
  /** What stands where an expression may be left out and is. */
  Expr NONE = new NoExpr(-1, -1);

  default boolean isNone() {
    return this == NONE;
  }

  /** No expression; there is one only, {@link #NONE}. */
  record NoExpr(int from, int to) implements Expr {}

  /** Text of which no expression could be made. */
  record BadExpr(int from, int to) implements Expr {}

  /** A name; {@code _} too. */
  record Ident(int from, int to, String name) implements Expr {
    /** What stands where a name may be left out and is. */
    public static final Ident NO_NAME = new Ident(-1, -1, "");

    @Override
    public boolean isNone() {
      return from < 0;
    }
  }

  /** {@code ...} before the type of a last parameter or the length of an array. */
  record Ellipsis(int from, int to, Expr element) implements Expr {}

  /**
   * A number, string or rune.
   *
   * @param kind one of {@link Token#INT} to {@link Token#STRING}
   * @param text as written
   */
  record BasicLit(int from, int to, Token kind, String text) implements Expr {}

  /** {@code func(…) … { … }}. */
  record FuncLit(int from, int to, FuncType type, Stmt.BlockStmt body) implements Expr {}

  /** {@code T{…}}; the type is {@link #NONE} inside of another one. */
  record CompositeLit(int from, int to, Expr type, int brace, List<Expr> elements)
      implements Expr {}

  /** {@code (x)}. */
  record ParenExpr(int from, int to, Expr x) implements Expr {}

  /** {@code x.sel}. */
  record SelectorExpr(int from, int to, Expr x, Ident selected) implements Expr {}

  /** {@code x[i]}, or an instantiation with one type argument. */
  record IndexExpr(int from, int to, Expr x, Expr index) implements Expr {}

  /** An instantiation with several type arguments. */
  record IndexListExpr(int from, int to, Expr x, List<Expr> indices) implements Expr {}

  /** {@code x[low:high:max]}. */
  record SliceExpr(int from, int to, Expr x, Expr low, Expr high, Expr max, boolean isFull)
      implements Expr {}

  /** {@code x.(T)}; the type is {@link #NONE} for {@code x.(type)}. */
  record TypeAssertExpr(int from, int to, Expr x, Expr type) implements Expr {}

  /**
   * A call or a conversion.
   *
   * @param paren where its parenthesis opens
   * @param ellipsis where {@code ...} follows the last argument, else -1
   */
  record CallExpr(int from, int to, Expr function, int paren, List<Expr> arguments, int ellipsis)
      implements Expr {}

  /** {@code *x}. */
  record StarExpr(int from, int to, Expr x) implements Expr {}

  /** An operator before its operand; {@code ~T} and {@code <-ch} too. */
  record UnaryExpr(int from, int to, Token operator, Expr x) implements Expr {}

  /** An operator between operands; {@code A | B} of a type set too. */
  record BinaryExpr(int from, int to, Expr x, int operatorAt, Token operator, Expr y)
      implements Expr {}

  /** {@code key: value} in a composite literal. */
  record KeyValueExpr(int from, int to, Expr key, Expr value) implements Expr {}

  /** {@code [length]T}; the length is {@link #NONE} for a slice. */
  record ArrayType(int from, int to, Expr length, Expr element) implements Expr {}

  /** {@code struct { … }}. */
  record StructType(int from, int to, FieldList fields) implements Expr {}

  /** The type of a function; the keyword is missing in declarations of methods of interfaces. */
  record FuncType(
      int from, int to, FieldList typeParameters, FieldList parameters, FieldList results)
      implements Expr {}

  /** {@code interface { … }}. */
  record InterfaceType(int from, int to, FieldList methods) implements Expr {}

  /** {@code map[K]V}. */
  record MapType(int from, int to, Expr key, Expr value) implements Expr {}

  /**
   * {@code chan T}, {@code chan<- T}, {@code <-chan T}.
   *
   * @param arrow where its arrow is, -1 if it has none
   */
  record ChanType(int from, int to, int arrow, Direction direction, Expr value) implements Expr {}

  /** Which ways a channel's type allows. */
  enum Direction {
    BOTH,
    SEND,
    RECEIVE
  }
}
