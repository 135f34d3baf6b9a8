package dev.tidemark.golang.parse;

import dev.tidemark.golang.syntax.CommentGroup;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Field;
import dev.tidemark.golang.syntax.FieldList;
import dev.tidemark.golang.syntax.Token;
import java.util.ArrayList;
import java.util.List;

/** The grammar of types (Go specification, "Types" and "Type parameter declarations"). */
abstract class Types extends Syntax {
  Types(TokenStream in, Errors errors) {
    super(in, errors);
  }

  abstract Expr expression();

  /** An expression or a type where both may stand. */
  abstract Expr expressionOrType();

  abstract Expr binaryExpression(Expr left, int precedence);

  Expr type() {
    Expr type = tryType();
    if (type.isNone()) {
      int from = in.from;
      errorExpected(from, "type");
      advanceToExpressionEnd();
      return new Expr.BadExpr(from, in.from);
    }
    return type;
  }

  /** A type, or {@link Expr#NONE} if there is none. */
  Expr tryType() {
    enter();
    try {
      return switch (in.token) {
        case IDENT -> {
          Expr name = typeName(Expr.Ident.NO_NAME);
          yield at(Token.LBRACK) ? typeInstance(name) : name;
        }
        case LBRACK -> {
          int from = expect(Token.LBRACK);
          yield arrayType(from, Expr.NONE);
        }
        case STRUCT -> structType();
        case MUL -> {
          int from = expect(Token.MUL);
          Expr base = type();
          yield new Expr.StarExpr(from, base.to(), base);
        }
        case FUNC -> funcType();
        case INTERFACE -> interfaceType();
        case MAP -> mapType();
        case CHAN, ARROW -> chanType();
        case LPAREN -> {
          int from = expect(Token.LPAREN);
          Expr inner = type();
          int end = expect(Token.RPAREN);
          yield new Expr.ParenExpr(from, end + 1, inner);
        }
        default -> Expr.NONE;
      };
    } finally {
      leave();
    }
  }

  /**
   * {@code Name} or {@code pkg.Name}.
   *
   * @param first its first name where that was passed already, or none
   */
  Expr typeName(Expr.Ident first) {
    Expr.Ident name = first.isNone() ? ident() : first;
    if (got(Token.PERIOD)) {
      Expr.Ident selected = ident();
      return new Expr.SelectorExpr(name.from(), selected.to(), name, selected);
    }
    return name;
  }

  /** {@code T[A, B]}. */
  Expr typeInstance(Expr generic) {
    int opening = expect(Token.LBRACK);
    expressionLevel++;
    List<Expr> arguments = new ArrayList<>();
    while (!at(Token.RBRACK) && !at(Token.EOF)) {
      arguments.add(type());
      if (!atComma("type argument list", Token.RBRACK)) {
        break;
      }
      in.next();
    }
    expressionLevel--;
    int closing = expectClosing(Token.RBRACK, "type argument list");
    if (arguments.isEmpty()) {
      errors.error(closing, "expected type argument list");
      return new Expr.IndexExpr(
          generic.from(), closing + 1, generic, new Expr.BadExpr(opening + 1, closing));
    }
    return index(generic, arguments, closing + 1);
  }

  static Expr index(Expr x, List<Expr> indices, int to) {
    return indices.size() == 1
        ? new Expr.IndexExpr(x.from(), to, x, indices.getFirst())
        : new Expr.IndexListExpr(x.from(), to, x, indices);
  }

  /**
   * Behind the opening bracket.
   *
   * @param knownLength the length where it was parsed already, or none
   */
  Expr arrayType(int from, Expr knownLength) {
    Expr length = knownLength;
    if (length.isNone()) {
      expressionLevel++;
      if (at(Token.ELLIPSIS)) {
        length = new Expr.Ellipsis(in.from, in.from + 3, Expr.NONE);
        in.next();
      } else if (!at(Token.RBRACK)) {
        length = expression();
      }
      expressionLevel--;
    }
    if (at(Token.COMMA)) {
      errors.error(in.from, "unexpected comma; expecting ]");
      in.next();
    }
    expect(Token.RBRACK);
    Expr element = type();
    return new Expr.ArrayType(from, element.to(), length, element);
  }

  private Expr structType() {
    int from = expect(Token.STRUCT);
    int opening = expect(Token.LBRACE);
    List<Field> fields = new ArrayList<>();
    while (at(Token.IDENT) || at(Token.MUL) || at(Token.LPAREN)) {
      fields.add(structField());
    }
    int closing = expect(Token.RBRACE);
    return new Expr.StructType(
        from, closing + 1, new FieldList(opening, closing + 1, List.copyOf(fields)));
  }

  private Field structField() {
    CommentGroup doc = in.takeLeading();
    List<Expr.Ident> names = List.of();
    Expr type;
    switch (in.token) {
      case IDENT -> {
        Expr.Ident name = ident();
        if (at(Token.PERIOD) || at(Token.STRING) || at(Token.SEMICOLON) || at(Token.RBRACE)) {
          // Embedded, by its name or another package's.
          type = name;
          if (at(Token.PERIOD)) {
            type = typeName(name);
            if (at(Token.LBRACK)) {
              type = typeInstance(type);
            }
          }
        } else {
          List<Expr.Ident> all = new ArrayList<>(2);
          all.add(name);
          while (got(Token.COMMA)) {
            all.add(ident());
          }
          if (all.size() == 1 && at(Token.LBRACK)) {
            type = arrayFieldOrInstance(name);
            names = type instanceof Expr.ArrayType ? all : List.of();
          } else {
            names = all;
            type = type();
          }
        }
      }
      case MUL -> {
        int star = in.from;
        in.next();
        if (at(Token.LPAREN)) {
          errors.error(in.from, "cannot parenthesize embedded type");
          in.next();
          Expr inner = embedded();
          type = new Expr.StarExpr(star, inner.to(), inner);
          got(Token.RPAREN);
        } else {
          Expr inner = embedded();
          type = new Expr.StarExpr(star, inner.to(), inner);
        }
      }
      default -> {
        errors.error(in.from, "cannot parenthesize embedded type");
        in.next();
        if (at(Token.MUL)) {
          int star = in.from;
          in.next();
          Expr inner = embedded();
          type = new Expr.StarExpr(star, inner.to(), inner);
        } else {
          type = embedded();
        }
        got(Token.RPAREN);
      }
    }
    List<Expr.BasicLit> tag = List.of();
    if (at(Token.STRING)) {
      tag = List.of(new Expr.BasicLit(in.from, in.to, in.token, in.text()));
      in.next();
    }
    CommentGroup comment = expectSemicolon();
    int from = names.isEmpty() ? type.from() : names.getFirst().from();
    int to = tag.isEmpty() ? type.to() : tag.getFirst().to();
    return new Field(from, to, doc, names, type, tag, comment);
  }

  private Expr embedded() {
    Expr type = typeName(Expr.Ident.NO_NAME);
    return at(Token.LBRACK) ? typeInstance(type) : type;
  }

  /** {@code name []T}, {@code name [N]T}, or the embedded {@code name[A]}. */
  private Expr arrayFieldOrInstance(Expr.Ident name) {
    int opening = expect(Token.LBRACK);
    List<Expr> arguments = new ArrayList<>();
    int trailingComma = -1;
    int from = opening;
    if (!at(Token.RBRACK)) {
      expressionLevel++;
      arguments.add(expressionOrType());
      while (at(Token.COMMA)) {
        int comma = in.from;
        in.next();
        if (at(Token.RBRACK)) {
          trailingComma = comma;
          break;
        }
        arguments.add(expressionOrType());
      }
      expressionLevel--;
    }
    int closing = expect(Token.RBRACK);
    if (arguments.isEmpty()) {
      Expr element = type();
      return new Expr.ArrayType(from, element.to(), Expr.NONE, element);
    }
    if (arguments.size() == 1) {
      Expr element = tryType();
      if (!element.isNone()) {
        if (trailingComma >= 0) {
          errors.error(trailingComma, "unexpected comma; expecting ]");
        }
        return new Expr.ArrayType(from, element.to(), arguments.getFirst(), element);
      }
    }
    return index(name, arguments, closing + 1);
  }

  private Expr funcType() {
    int from = expect(Token.FUNC);
    if (at(Token.LBRACK)) {
      FieldList typeParameters = typeParameters();
      if (!typeParameters.isNone()) {
        errors.error(typeParameters.from(), "function type must have no type parameters");
      }
    }
    return signature(from, FieldList.NONE);
  }

  /** Parameters and results; {@code from} is below 0 where there is no keyword. */
  Expr.FuncType signature(int from, FieldList typeParameters) {
    FieldList parameters = parameterList();
    FieldList results = results();
    int to = results.isNone() ? parameters.to() : results.to();
    return new Expr.FuncType(
        from < 0 ? parameters.from() : from, to, typeParameters, parameters, results);
  }

  final FieldList parameterList() {
    int opening = expect(Token.LPAREN);
    List<Field> fields = List.of();
    if (!at(Token.RPAREN)) {
      fields = new ParameterList(this).read(Expr.Ident.NO_NAME, Expr.NONE, Token.RPAREN);
    }
    int closing = expect(Token.RPAREN);
    return new FieldList(opening, closing + 1, fields);
  }

  private FieldList results() {
    if (at(Token.LPAREN)) {
      return parameterList();
    }
    Expr type = tryType();
    return type.isNone()
        ? FieldList.NONE
        : new FieldList(type.from(), type.to(), List.of(Field.of(List.of(), type)));
  }

  /** {@code [T any]} of a function or method. */
  FieldList typeParameters() {
    int opening = expect(Token.LBRACK);
    List<Field> fields = List.of();
    if (!at(Token.RBRACK)) {
      fields = new ParameterList(this).read(Expr.Ident.NO_NAME, Expr.NONE, Token.RBRACK);
    }
    int closing = expect(Token.RBRACK);
    if (fields.isEmpty()) {
      errors.error(closing, "empty type parameter list");
      return FieldList.NONE;
    }
    return new FieldList(opening, closing + 1, fields);
  }

  private Expr mapType() {
    int from = expect(Token.MAP);
    expect(Token.LBRACK);
    Expr key = type();
    expect(Token.RBRACK);
    Expr value = type();
    return new Expr.MapType(from, value.to(), key, value);
  }

  private Expr chanType() {
    int from = in.from;
    int arrow = -1;
    Expr.Direction direction = Expr.Direction.BOTH;
    if (got(Token.CHAN)) {
      if (at(Token.ARROW)) {
        arrow = expect(Token.ARROW);
        direction = Expr.Direction.SEND;
      }
    } else {
      arrow = expect(Token.ARROW);
      expect(Token.CHAN);
      direction = Expr.Direction.RECEIVE;
    }
    Expr value = type();
    return new Expr.ChanType(from, value.to(), arrow, direction, value);
  }

  /** {@code interface{…}}, at its first word. */
  abstract Expr interfaceType();

  /** Types joined by {@code |}, of which the first may be known. */
  abstract Expr typeSet(Expr known);
}
