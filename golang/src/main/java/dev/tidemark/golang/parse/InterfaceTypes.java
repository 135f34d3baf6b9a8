package dev.tidemark.golang.parse;

import dev.tidemark.golang.syntax.CommentGroup;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Field;
import dev.tidemark.golang.syntax.FieldList;
import dev.tidemark.golang.syntax.Token;
import java.util.ArrayList;
import java.util.List;

/** Parses interfaces, and the sets of types in them. */
abstract class InterfaceTypes extends Types {
  InterfaceTypes(TokenStream in, Errors errors) {
    super(in, errors);
  }

  @Override
  final Expr interfaceType() {
    int from = expect(Token.INTERFACE);
    int opening = expect(Token.LBRACE);
    List<Field> methods = new ArrayList<>();
    while (true) {
      if (at(Token.IDENT)) {
        methods.add(method());
      } else if (at(Token.TILDE)
          || at(Token.LPAREN)
          || at(Token.LBRACK)
          || at(Token.STRUCT)
          || at(Token.MUL)
          || at(Token.FUNC)
          || at(Token.INTERFACE)
          || at(Token.MAP)
          || at(Token.CHAN)
          || at(Token.ARROW)) {
        CommentGroup doc = in.takeLeading();
        Expr type = typeSet(Expr.NONE);
        CommentGroup comment = expectSemicolon();
        methods.add(new Field(type.from(), type.to(), doc, List.of(), type, List.of(), comment));
      } else {
        break;
      }
    }
    int closing = expect(Token.RBRACE);
    return new Expr.InterfaceType(
        from, closing + 1, new FieldList(opening, closing + 1, List.copyOf(methods)));
  }

  /** A method, or an embedded type that begins with a name. */
  private Field method() {
    CommentGroup doc = in.takeLeading();
    Expr x = typeName(Expr.Ident.NO_NAME);
    List<Expr.Ident> names = List.of();
    Expr type;
    if (x instanceof Expr.Ident name && at(Token.LPAREN)) {
      names = List.of(name);
      type = signature(-1, FieldList.NONE);
    } else if (x instanceof Expr.Ident name && at(Token.LBRACK)) {
      type = methodOrInstance(name);
      if (type instanceof Expr.FuncType) {
        names = List.of(name);
      } else {
        type = typeSet(type);
      }
    } else {
      type = typeSet(at(Token.LBRACK) ? typeInstance(x) : x);
    }
    CommentGroup comment = expectSemicolon();
    int from = names.isEmpty() ? type.from() : names.getFirst().from();
    return new Field(from, type.to(), doc, names, type, List.of(), comment);
  }

  /** {@code Name[A, B]}; {@code Name[P any]()} is a method that may not have type parameters. */
  private Expr methodOrInstance(Expr.Ident name) {
    int opening = expect(Token.LBRACK);
    expressionLevel++;
    List<Expr> arguments = new ArrayList<>();
    if (!at(Token.RBRACK)) {
      Expr first = type();
      if (first instanceof Expr.Ident parameter && !at(Token.COMMA) && !at(Token.RBRACK)) {
        new ParameterList(this).read(parameter, Expr.NONE, Token.RBRACK);
        expect(Token.RBRACK);
        errors.error(opening, "interface method must have no type parameters");
        expressionLevel--;
        return signature(-1, FieldList.NONE);
      }
      arguments.add(first);
      while (got(Token.COMMA) && !at(Token.RBRACK)) {
        arguments.add(type());
      }
    }
    expressionLevel--;
    int closing = expectClosing(Token.RBRACK, "type argument list");
    if (arguments.isEmpty()) {
      errors.error(closing, "expected type argument list");
      arguments.add(new Expr.BadExpr(opening + 1, closing));
    }
    return index(name, arguments, closing + 1);
  }

  /**
   * {@code ~A | B}.
   *
   * @param known its first type where that was parsed already, or none
   */
  @Override
  final Expr typeSet(Expr known) {
    Expr x = known.isNone() ? typeSetTerm() : known;
    while (at(Token.OR)) {
      int operatorAt = in.from;
      in.next();
      Expr y = typeSetTerm();
      x = new Expr.BinaryExpr(x.from(), y.to(), x, operatorAt, Token.OR, y);
    }
    return x;
  }

  private Expr typeSetTerm() {
    if (at(Token.TILDE)) {
      int from = in.from;
      in.next();
      Expr type = type();
      return new Expr.UnaryExpr(from, type.to(), Token.TILDE, type);
    }
    Expr type = tryType();
    if (type.isNone()) {
      int from = in.from;
      errorExpected(from, "~ term or type");
      advanceToExpressionEnd();
      return new Expr.BadExpr(from, in.from);
    }
    return type;
  }
}
