package dev.tidemark.golang.parse;

import dev.tidemark.golang.syntax.CommentGroup;
import dev.tidemark.golang.syntax.Decl;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Field;
import dev.tidemark.golang.syntax.FieldList;
import dev.tidemark.golang.syntax.Spec;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.syntax.Token;
import java.util.ArrayList;
import java.util.List;

/** The grammar of declarations (Go specification, "Declarations and scope", "Packages"). */
final class Declarations extends ControlStatements {
  Declarations(TokenStream in, Errors errors) {
    super(in, errors);
  }

  /** All declarations of a file, up to its end. */
  void addTo(List<Decl> decls) {
    Token before = Token.IMPORT;
    while (!at(Token.EOF)) {
      if (at(Token.IMPORT) && before != Token.IMPORT) {
        errors.error(in.from, "imports must appear before other declarations");
      }
      before = in.token;
      decls.add(declaration());
    }
  }

  private Decl declaration() {
    return switch (in.token) {
      case IMPORT, CONST, VAR, TYPE -> generalDeclaration(in.token);
      case FUNC -> function();
      default -> {
        int from = in.from;
        errorExpected(from, "declaration");
        advance(DECLARATION_STARTS);
        yield new Decl.BadDecl(from, in.from);
      }
    };
  }

  @Override
  Decl.GenDecl generalDeclaration(Token keyword) {
    CommentGroup doc = in.takeLeading();
    int from = expect(keyword);
    List<Spec> specs = new ArrayList<>(1);
    if (!at(Token.LPAREN)) {
      Spec spec = spec(keyword, CommentGroup.NONE);
      specs.add(spec);
      return new Decl.GenDecl(from, spec.to(), doc, keyword, false, specs);
    }
    in.next();
    while (!at(Token.RPAREN) && !at(Token.EOF)) {
      specs.add(spec(keyword, in.takeLeading()));
    }
    int closing = expect(Token.RPAREN);
    expectSemicolon();
    return new Decl.GenDecl(from, closing + 1, doc, keyword, true, specs);
  }

  private Spec spec(Token keyword, CommentGroup doc) {
    return switch (keyword) {
      case IMPORT -> importSpec(doc);
      case TYPE -> typeSpec(doc);
      default -> valueSpec(doc, keyword);
    };
  }

  private Spec importSpec(CommentGroup doc) {
    Expr.Ident name = Expr.Ident.NO_NAME;
    if (at(Token.IDENT)) {
      name = ident();
    } else if (at(Token.PERIOD)) {
      name = new Expr.Ident(in.from, in.to, ".");
      in.next();
    }
    int from = in.from;
    String path = "";
    int to = from;
    if (at(Token.STRING)) {
      path = in.text();
      to = in.to;
      in.next();
    } else if (in.token.isLiteral()) {
      errors.error(from, "import path must be a string");
      in.next();
    } else {
      errors.error(from, "missing import path; require quoted string");
      advanceToExpressionEnd();
    }
    CommentGroup comment = expectSemicolon();
    return new Spec.ImportSpec(
        name.isNone() ? from : name.from(),
        to,
        doc,
        name,
        new Expr.BasicLit(from, to, Token.STRING, path),
        comment);
  }

  private Spec valueSpec(CommentGroup doc, Token keyword) {
    List<Expr.Ident> names = identList();
    Expr type = Expr.NONE;
    List<Expr> values = List.of();
    if (keyword == Token.CONST) {
      if (!at(Token.EOF) && !at(Token.SEMICOLON) && !at(Token.RPAREN)) {
        type = tryType();
        if (got(Token.ASSIGN)) {
          values = expressionList();
        }
      }
    } else {
      if (!at(Token.ASSIGN)) {
        type = type();
      }
      if (got(Token.ASSIGN)) {
        values = expressionList();
      }
    }
    CommentGroup comment = expectSemicolon();
    int to =
        !values.isEmpty()
            ? values.getLast().to()
            : type.isNone() ? names.getLast().to() : type.to();
    return new Spec.ValueSpec(names.getFirst().from(), to, doc, names, type, values, comment);
  }

  private Spec typeSpec(CommentGroup doc) {
    Expr.Ident name = ident();
    FieldList typeParameters = FieldList.NONE;
    Expr type = Expr.NONE;
    if (at(Token.LBRACK)) {
      int opening = in.from;
      in.next();
      Expr length = Expr.NONE;
      if (at(Token.IDENT)) {
        length = lengthOrParameter();
        TypeParameterStart start = TypeParameterStart.of(length, at(Token.COMMA));
        if (start.isParameter() && (!start.type().isNone() || !at(Token.RBRACK))) {
          List<Field> fields =
              new ParameterList(this).read(start.name(), start.type(), Token.RBRACK);
          int closing = expect(Token.RBRACK);
          typeParameters = new FieldList(opening, closing + 1, fields);
        }
      }
      if (typeParameters.isNone()) {
        type = arrayType(opening, length);
      }
    }
    boolean isAlias = false;
    if (type.isNone()) {
      isAlias = got(Token.ASSIGN);
      type = type();
    }
    CommentGroup comment = expectSemicolon();
    return new Spec.TypeSpec(
        name.from(), type.to(), doc, name, typeParameters, isAlias, type, comment);
  }

  /** {@code type T[P …}: what follows the bracket may be a length or a type parameter. */
  private Expr lengthOrParameter() {
    Expr x = ident();
    if (!at(Token.LBRACK)) {
      expressionLevel++;
      x = binaryExpression(primaryExpression(x), 1);
      expressionLevel--;
    }
    return x;
  }

  private Decl function() {
    CommentGroup doc = in.takeLeading();
    int from = expect(Token.FUNC);
    FieldList receiver = FieldList.NONE;
    if (at(Token.LPAREN)) {
      receiver = parameterList();
    }
    Expr.Ident name = ident();
    FieldList typeParameters = FieldList.NONE;
    if (at(Token.LBRACK)) {
      typeParameters = typeParameters();
      if (!receiver.isNone() && !typeParameters.isNone()) {
        errors.error(typeParameters.from(), "method must have no type parameters");
        typeParameters = FieldList.NONE;
      }
    }
    Expr.FuncType type = signature(from, typeParameters);
    Stmt.BlockStmt body = Stmt.BlockStmt.NO_BODY;
    switch (in.token) {
      case LBRACE -> {
        body = functionBody();
        expectSemicolon();
      }
      case SEMICOLON -> {
        in.next();
        if (at(Token.LBRACE)) {
          errors.error(in.from, "unexpected semicolon or newline before {");
          body = functionBody();
          expectSemicolon();
        }
      }
      default -> expectSemicolon();
    }
    int to = body.isNone() ? type.to() : body.to();
    return new Decl.FuncDecl(from, to, doc, receiver, name, type, body);
  }
}
