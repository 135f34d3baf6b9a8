package dev.tidemark.golang.parse;

import dev.tidemark.golang.syntax.Decl;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.syntax.Token;
import java.util.ArrayList;
import java.util.List;

/** The grammar of statements (Go specification, "Statements"). */
abstract class Statements extends Expressions {
  /** What a simple statement may be where it stands. */
  enum Mode {
    BASIC,
    LABEL_ALLOWED,
    RANGE_ALLOWED
  }

  /** Whether the last simple statement was a range clause; its right side is the ranged value. */
  boolean isRange;

  Statements(TokenStream in, Errors errors) {
    super(in, errors);
  }

  abstract Decl.GenDecl generalDeclaration(Token keyword);

  @Override
  final Stmt.BlockStmt functionBody() {
    return block();
  }

  Stmt.BlockStmt block() {
    int opening = expect(Token.LBRACE);
    List<Stmt> statements = statementList();
    return closed(opening, statements);
  }

  Stmt.BlockStmt closed(int opening, List<Stmt> statements) {
    boolean isClosed = at(Token.RBRACE);
    int closing = expect(Token.RBRACE);
    int to =
        isClosed
            ? closing + 1
            : statements.isEmpty() ? opening + 1 : Math.max(opening + 1, statements.getLast().to());
    return new Stmt.BlockStmt(opening, to, statements);
  }

  List<Stmt> statementList() {
    List<Stmt> statements = new ArrayList<>();
    while (!at(Token.CASE) && !at(Token.DEFAULT) && !at(Token.RBRACE) && !at(Token.EOF)) {
      statements.add(statement());
    }
    return statements;
  }

  Stmt statement() {
    enter();
    try {
      return switch (in.token) {
        case CONST, TYPE, VAR -> {
          Decl.GenDecl declaration = generalDeclaration(in.token);
          yield new Stmt.DeclStmt(declaration.from(), declaration.to(), declaration);
        }
        case IDENT,
            INT,
            FLOAT,
            IMAG,
            CHAR,
            STRING,
            FUNC,
            LPAREN,
            LBRACK,
            STRUCT,
            MAP,
            CHAN,
            INTERFACE,
            ADD,
            SUB,
            MUL,
            AND,
            XOR,
            ARROW,
            NOT -> {
          Stmt simple = simple(Mode.LABEL_ALLOWED);
          if (!(simple instanceof Stmt.LabeledStmt)) {
            expectSemicolon();
          }
          yield simple;
        }
        case GO -> {
          int from = expect(Token.GO);
          Expr call = call("go");
          expectSemicolon();
          yield new Stmt.GoStmt(from, call.to(), call);
        }
        case DEFER -> {
          int from = expect(Token.DEFER);
          Expr call = call("defer");
          expectSemicolon();
          yield new Stmt.DeferStmt(from, call.to(), call);
        }
        case RETURN -> returnStatement();
        case BREAK, CONTINUE, GOTO, FALLTHROUGH -> branch();
        case LBRACE -> {
          Stmt block = block();
          expectSemicolon();
          yield block;
        }
        case IF -> ifStatement();
        case SWITCH -> switchStatement();
        case SELECT -> selectStatement();
        case FOR -> forStatement();
        case SEMICOLON -> {
          int from = in.from;
          boolean isImplicit = in.isImplicit;
          in.next();
          yield new Stmt.EmptyStmt(from, isImplicit ? from : from + 1, isImplicit);
        }
        case RBRACE -> new Stmt.EmptyStmt(in.from, in.from, true);
        default -> {
          int from = in.from;
          errorExpected(from, "statement");
          advanceToStatement();
          yield new Stmt.BadStmt(from, in.from);
        }
      };
    } finally {
      leave();
    }
  }

  Stmt simple(Mode mode) {
    isRange = false;
    List<Expr> left = expressionList();
    if (in.token.isAssignment()) {
      return assignment(left, mode);
    }
    Expr x = left.getFirst();
    if (left.size() > 1) {
      errorExpected(x.from(), "1 expression");
    }
    switch (in.token) {
      case COLON -> {
        int colon = in.from;
        in.next();
        if (mode == Mode.LABEL_ALLOWED && x instanceof Expr.Ident label) {
          Stmt labelled = statement();
          return new Stmt.LabeledStmt(label.from(), labelled.to(), label, labelled);
        }
        errors.error(colon, "illegal label declaration");
        return new Stmt.BadStmt(x.from(), colon + 1);
      }
      case ARROW -> {
        in.next();
        Expr value = expression();
        return new Stmt.SendStmt(x.from(), value.to(), x, value);
      }
      case INC, DEC -> {
        Stmt step = new Stmt.IncDecStmt(x.from(), in.to, x, in.token);
        in.next();
        return step;
      }
      default -> {
        return new Stmt.ExprStmt(x.from(), x.to(), x);
      }
    }
  }

  private Stmt assignment(List<Expr> left, Mode mode) {
    int operatorAt = in.from;
    Token operator = in.token;
    in.next();
    boolean ranges =
        mode == Mode.RANGE_ALLOWED
            && at(Token.RANGE)
            && (operator == Token.DEFINE || operator == Token.ASSIGN);
    List<Expr> right;
    if (ranges) {
      in.next();
      right = List.of(expression());
    } else {
      right = expressionList();
    }
    isRange = ranges;
    return new Stmt.AssignStmt(
        left.getFirst().from(), right.getLast().to(), left, operatorAt, operator, right);
  }

  private Expr call(String keyword) {
    Expr x = expression();
    Expr bare = x;
    while (bare instanceof Expr.ParenExpr paren) {
      bare = paren.x();
    }
    if (bare != x) {
      errors.error(x.from(), "expression in " + keyword + " must not be parenthesized");
    }
    if (!(bare instanceof Expr.CallExpr) && !(bare instanceof Expr.BadExpr)) {
      errors.error(bare.to(), "expression in " + keyword + " must be function call");
    }
    return bare;
  }

  private Stmt returnStatement() {
    int from = expect(Token.RETURN);
    List<Expr> results = at(Token.SEMICOLON) || at(Token.RBRACE) ? List.of() : expressionList();
    expectSemicolon();
    int to = results.isEmpty() ? from + "return".length() : results.getLast().to();
    return new Stmt.ReturnStmt(from, to, results);
  }

  private Stmt branch() {
    Token keyword = in.token;
    int from = expect(keyword);
    Expr.Ident label = Expr.Ident.NO_NAME;
    if (keyword == Token.GOTO || keyword != Token.FALLTHROUGH && at(Token.IDENT)) {
      label = ident();
    }
    expectSemicolon();
    int to = label.isNone() ? from + keyword.text().length() : label.to();
    return new Stmt.BranchStmt(from, to, keyword, label);
  }

  abstract Stmt ifStatement();

  abstract Stmt switchStatement();

  abstract Stmt selectStatement();

  abstract Stmt forStatement();
}
