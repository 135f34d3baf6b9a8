package dev.tidemark.golang.parse;

import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.FieldList;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.syntax.Token;
import java.util.ArrayList;
import java.util.List;

/** The grammar of expressions (Go specification, "Expressions"). */
abstract class Expressions extends InterfaceTypes {
  Expressions(TokenStream in, Errors errors) {
    super(in, errors);
  }

  abstract Stmt.BlockStmt functionBody();

  @Override
  final Expr expression() {
    return binaryExpression(Expr.NONE, 1);
  }

  @Override
  final Expr expressionOrType() {
    return expression();
  }

  List<Expr> expressionList() {
    List<Expr> list = new ArrayList<>(1);
    list.add(expression());
    while (got(Token.COMMA)) {
      list.add(expression());
    }
    return list;
  }

  /**
   * Operators that bind at least as tightly as a precedence.
   *
   * @param known the first operand where it was parsed already, or none
   */
  @Override
  final Expr binaryExpression(Expr known, int precedence) {
    Expr x = known.isNone() ? unaryExpression() : known;
    int nested = 0;
    while (true) {
      // In the heads of some statements `=` ends an expression; Go takes it for `==` elsewhere.
      int found = in.token.precedence();
      if (found < precedence) {
        return x;
      }
      if (++nested > LONGEST_CHAIN) {
        throw TooDeep.chain(in.from, LONGEST_CHAIN);
      }
      int operatorAt = in.from;
      Token operator = in.token;
      in.next();
      Expr y = binaryExpression(Expr.NONE, found + 1);
      x = new Expr.BinaryExpr(x.from(), y.to(), x, operatorAt, operator, y);
    }
  }

  private Expr unaryExpression() {
    enter();
    try {
      switch (in.token) {
        case ADD, SUB, NOT, XOR, AND, TILDE -> {
          int from = in.from;
          Token operator = in.token;
          in.next();
          Expr x = unaryExpression();
          return new Expr.UnaryExpr(from, x.to(), operator, x);
        }
        case ARROW -> {
          int from = in.from;
          in.next();
          Expr x = unaryExpression();
          // <-(chan T) may be meant as a type: then the arrow belongs to the innermost channel.
          return x instanceof Expr.ChanType channel
              ? receiving(from, channel)
              : new Expr.UnaryExpr(from, x.to(), Token.ARROW, x);
        }
        case MUL -> {
          int from = in.from;
          in.next();
          Expr x = unaryExpression();
          return new Expr.StarExpr(from, x.to(), x);
        }
        default -> {
          return primaryExpression(Expr.NONE);
        }
      }
    } finally {
      leave();
    }
  }

  /**
   * {@code <-} before {@code chan T} makes a receiving channel; before {@code chan<- T} it moves
   * in.
   */
  private Expr receiving(int from, Expr.ChanType channel) {
    return switch (channel.direction()) {
      case BOTH ->
          new Expr.ChanType(from, channel.to(), from, Expr.Direction.RECEIVE, channel.value());
      case SEND -> {
        if (channel.value() instanceof Expr.ChanType inner) {
          Expr moved = receiving(channel.arrow(), inner);
          yield new Expr.ChanType(from, moved.to(), from, Expr.Direction.RECEIVE, moved);
        }
        errorExpected(channel.from(), "channel type");
        yield new Expr.ChanType(from, channel.to(), from, Expr.Direction.RECEIVE, channel.value());
      }
      case RECEIVE -> {
        errorExpected(channel.from(), "'chan'");
        yield channel;
      }
    };
  }

  /**
   * An operand and what follows it: selectors, indices, calls, composite literals.
   *
   * @param known the operand where it was parsed already, or none
   */
  final Expr primaryExpression(Expr known) {
    Expr x = known.isNone() ? operand() : known;
    int nested = 0;
    while (true) {
      if (++nested > LONGEST_CHAIN) {
        throw TooDeep.chain(in.from, LONGEST_CHAIN);
      }
      switch (in.token) {
        case PERIOD -> x = selectorOrAssertion(x);
        case LBRACK -> x = indexOrSlice(x);
        case LPAREN -> x = call(x);
        case LBRACE -> {
          // Whether a brace begins a literal or a block depends on what stands before, and where.
          Expr bare = unparenthesized(x);
          boolean mayBeType =
              switch (bare) {
                case Expr.BadExpr _, Expr.Ident _, Expr.SelectorExpr _ -> expressionLevel >= 0;
                case Expr.IndexExpr _, Expr.IndexListExpr _ -> expressionLevel >= 0;
                case Expr.ArrayType _, Expr.StructType _, Expr.MapType _ -> true;
                default -> false;
              };
          if (!mayBeType) {
            return x;
          }
          if (bare != x) {
            errors.error(bare.from(), "cannot parenthesize type in composite literal");
          }
          x = literalValue(x);
        }
        default -> {
          return x;
        }
      }
    }
  }

  private static Expr unparenthesized(Expr x) {
    return x instanceof Expr.ParenExpr paren ? paren.x() : x;
  }

  private Expr selectorOrAssertion(Expr x) {
    in.next();
    switch (in.token) {
      case IDENT -> {
        Expr.Ident selected = ident();
        return new Expr.SelectorExpr(x.from(), selected.to(), x, selected);
      }
      case LPAREN -> {
        expect(Token.LPAREN);
        Expr type = Expr.NONE;
        if (!got(Token.TYPE)) {
          type = type();
        }
        int closing = expect(Token.RPAREN);
        return new Expr.TypeAssertExpr(x.from(), closing + 1, x, type);
      }
      default -> {
        int at = in.from;
        errorExpected(at, "selector or type assertion");
        if (!at(Token.RBRACE)) {
          in.next();
        }
        Expr.Ident selected = new Expr.Ident(at, at + 1, "_");
        return new Expr.SelectorExpr(x.from(), selected.to(), x, selected);
      }
    }
  }

  private Expr indexOrSlice(Expr x) {
    int opening = expect(Token.LBRACK);
    if (at(Token.RBRACK)) {
      errorExpected(in.from, "operand");
      int closing = in.from;
      in.next();
      return new Expr.IndexExpr(x.from(), closing + 1, x, new Expr.BadExpr(opening + 1, closing));
    }
    expressionLevel++;
    Expr[] index = {Expr.NONE, Expr.NONE, Expr.NONE};
    List<Expr> arguments = new ArrayList<>(1);
    int colons = 0;
    if (!at(Token.COLON)) {
      index[0] = typeOrExpression();
      arguments.add(index[0]);
    }
    int[] colonAt = new int[2];
    switch (in.token) {
      case COLON -> {
        while (at(Token.COLON) && colons < 2) {
          colonAt[colons++] = in.from;
          in.next();
          if (!at(Token.COLON) && !at(Token.RBRACK) && !at(Token.EOF)) {
            index[colons] = expression();
          }
        }
      }
      case COMMA -> {
        while (at(Token.COMMA)) {
          in.next();
          if (!at(Token.RBRACK) && !at(Token.EOF)) {
            arguments.add(type());
          }
        }
      }
      default -> {
        // One index, and the bracket next.
      }
    }
    expressionLevel--;
    int closing = expect(Token.RBRACK);
    if (colons == 0) {
      return index(x, arguments, closing + 1);
    }
    if (colons == 2) {
      // The middle and the last index of a full slice may not be left out.
      if (index[1].isNone()) {
        errors.error(colonAt[0], "middle index required in 3-index slice");
        index[1] = new Expr.BadExpr(colonAt[0] + 1, colonAt[1]);
      }
      if (index[2].isNone()) {
        errors.error(colonAt[1], "final index required in 3-index slice");
        index[2] = new Expr.BadExpr(colonAt[1] + 1, closing);
      }
    }
    return new Expr.SliceExpr(x.from(), closing + 1, x, index[0], index[1], index[2], colons == 2);
  }

  /** In brackets an instantiation may have a type that no expression begins like. */
  private Expr typeOrExpression() {
    return expressionOrType();
  }

  private Expr call(Expr function) {
    int paren = expect(Token.LPAREN);
    expressionLevel++;
    List<Expr> arguments = new ArrayList<>(2);
    int ellipsis = -1;
    while (!at(Token.RPAREN) && !at(Token.EOF) && ellipsis < 0) {
      arguments.add(expressionOrType());
      if (at(Token.ELLIPSIS)) {
        ellipsis = in.from;
        in.next();
      }
      if (!atComma("argument list", Token.RPAREN)) {
        break;
      }
      in.next();
    }
    expressionLevel--;
    int closing = expectClosing(Token.RPAREN, "argument list");
    return new Expr.CallExpr(function.from(), closing + 1, function, paren, arguments, ellipsis);
  }

  private Expr literalValue(Expr type) {
    enter();
    try {
      int opening = expect(Token.LBRACE);
      expressionLevel++;
      List<Expr> elements = at(Token.RBRACE) ? List.of() : elements();
      expressionLevel--;
      int closing = expectClosing(Token.RBRACE, "composite literal");
      return new Expr.CompositeLit(
          type.isNone() ? opening : type.from(), closing + 1, type, opening, elements);
    } finally {
      leave();
    }
  }

  private List<Expr> elements() {
    List<Expr> elements = new ArrayList<>();
    while (!at(Token.RBRACE) && !at(Token.EOF)) {
      Expr x = element();
      if (at(Token.COLON)) {
        in.next();
        Expr value = element();
        x = new Expr.KeyValueExpr(x.from(), value.to(), x, value);
      }
      elements.add(x);
      if (!atComma("composite literal", Token.RBRACE)) {
        break;
      }
      in.next();
    }
    return elements;
  }

  private Expr element() {
    return at(Token.LBRACE) ? literalValue(Expr.NONE) : expression();
  }

  private Expr operand() {
    switch (in.token) {
      case IDENT -> {
        return ident();
      }
      case INT, FLOAT, IMAG, CHAR, STRING -> {
        Expr literal = new Expr.BasicLit(in.from, in.to, in.token, in.text());
        in.next();
        return literal;
      }
      case LPAREN -> {
        int from = in.from;
        in.next();
        expressionLevel++;
        Expr x = expressionOrType();
        expressionLevel--;
        int closing = expect(Token.RPAREN);
        return new Expr.ParenExpr(from, closing + 1, x);
      }
      case FUNC -> {
        return functionTypeOrLiteral();
      }
      default -> {
        Expr type = tryType();
        if (!type.isNone()) {
          return type;
        }
        int from = in.from;
        errorExpected(from, "operand");
        advanceToStatement();
        return new Expr.BadExpr(from, in.from);
      }
    }
  }

  private Expr functionTypeOrLiteral() {
    int from = expect(Token.FUNC);
    if (at(Token.LBRACK)) {
      FieldList typeParameters = typeParameters();
      if (!typeParameters.isNone()) {
        errors.error(typeParameters.from(), "function type must have no type parameters");
      }
    }
    Expr.FuncType type = signature(from, FieldList.NONE);
    if (!at(Token.LBRACE)) {
      return type;
    }
    expressionLevel++;
    Stmt.BlockStmt body = functionBody();
    expressionLevel--;
    return new Expr.FuncLit(from, body.to(), type, body);
  }
}
