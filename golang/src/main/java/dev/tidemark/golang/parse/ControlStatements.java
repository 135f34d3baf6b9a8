package dev.tidemark.golang.parse;

import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.syntax.Token;
import java.util.ArrayList;
import java.util.List;

/** Parses statements that decide which others are run, and how often. */
abstract class ControlStatements extends Statements {
  ControlStatements(TokenStream in, Errors errors) {
    super(in, errors);
  }

  @Override
  final Stmt ifStatement() {
    enter();
    try {
      int from = expect(Token.IF);
      Stmt init = Stmt.NONE;
      Expr condition;
      if (at(Token.LBRACE)) {
        errors.error(in.from, "missing condition in if statement");
        condition = new Expr.BadExpr(in.from, in.from);
      } else {
        int outer = expressionLevel;
        expressionLevel = -1;
        Stmt head = Stmt.NONE;
        if (!at(Token.SEMICOLON)) {
          if (at(Token.VAR)) {
            in.next();
            errors.error(in.from, "var declaration not allowed in if initializer");
          }
          init = simple(Mode.BASIC);
        }
        int semicolonAt = -1;
        boolean isLineEnd = false;
        if (at(Token.LBRACE)) {
          head = init;
          init = Stmt.NONE;
        } else {
          if (at(Token.SEMICOLON)) {
            semicolonAt = in.from;
            isLineEnd = in.isImplicit;
            in.next();
          } else {
            expect(Token.SEMICOLON);
          }
          if (!at(Token.LBRACE)) {
            head = simple(Mode.BASIC);
          }
        }
        condition = condition(head, semicolonAt, isLineEnd);
        expressionLevel = outer;
      }
      Stmt.BlockStmt body = block();
      Stmt otherwise = Stmt.NONE;
      if (got(Token.ELSE)) {
        switch (in.token) {
          case IF -> otherwise = ifStatement();
          case LBRACE -> {
            otherwise = block();
            expectSemicolon();
          }
          default -> {
            errorExpected(in.from, "if statement or block");
            otherwise = new Stmt.BadStmt(in.from, in.from);
          }
        }
      } else {
        expectSemicolon();
      }
      int to = otherwise.isNone() ? body.to() : otherwise.to();
      return new Stmt.IfStmt(from, to, init, condition, body, otherwise);
    } finally {
      leave();
    }
  }

  private Expr condition(Stmt head, int semicolonAt, boolean isLineEnd) {
    if (!head.isNone()) {
      return asExpression(head, "boolean expression");
    }
    if (semicolonAt >= 0) {
      errors.error(
          semicolonAt,
          isLineEnd
              ? "unexpected newline, expecting { after if clause"
              : "missing condition in if statement");
    }
    return new Expr.BadExpr(in.from, in.from);
  }

  /** The expression that a simple statement is where only one may stand; none of none. */
  private Expr asExpression(Stmt statement, String wanted) {
    if (statement.isNone()) {
      return Expr.NONE;
    }
    if (statement instanceof Stmt.ExprStmt expression) {
      return expression.x();
    }
    String found = statement instanceof Stmt.AssignStmt ? "assignment" : "simple statement";
    errors.error(
        statement.from(),
        "expected %s, found %s (missing parentheses around composite literal?)"
            .formatted(wanted, found));
    return new Expr.BadExpr(statement.from(), statement.to());
  }

  @Override
  final Stmt switchStatement() {
    int from = expect(Token.SWITCH);
    Stmt init = Stmt.NONE;
    Stmt head = Stmt.NONE;
    if (!at(Token.LBRACE)) {
      int outer = expressionLevel;
      expressionLevel = -1;
      if (!at(Token.SEMICOLON)) {
        head = simple(Mode.BASIC);
      }
      if (got(Token.SEMICOLON)) {
        init = head;
        head = at(Token.LBRACE) ? Stmt.NONE : simple(Mode.BASIC);
      }
      expressionLevel = outer;
    }
    boolean isTypeSwitch = isTypeSwitchGuard(head);
    int opening = expect(Token.LBRACE);
    List<Stmt> clauses = new ArrayList<>();
    while (at(Token.CASE) || at(Token.DEFAULT)) {
      clauses.add(caseClause());
    }
    Stmt.BlockStmt body = closed(opening, clauses);
    expectSemicolon();
    return isTypeSwitch
        ? new Stmt.TypeSwitchStmt(from, body.to(), init, head, body)
        : new Stmt.SwitchStmt(from, body.to(), init, asExpression(head, "switch expression"), body);
  }

  private boolean isTypeSwitchGuard(Stmt statement) {
    return switch (statement) {
      case Stmt.ExprStmt expression -> isTypeSwitchAssertion(expression.x());
      case Stmt.AssignStmt assign
          when assign.left().size() == 1
              && assign.right().size() == 1
              && isTypeSwitchAssertion(assign.right().getFirst()) -> {
        if (assign.operator() == Token.ASSIGN) {
          errorExpected(assign.operatorAt(), "':=', found '='");
        }
        yield assign.operator() == Token.ASSIGN || assign.operator() == Token.DEFINE;
      }
      default -> false;
    };
  }

  private static boolean isTypeSwitchAssertion(Expr x) {
    return x instanceof Expr.TypeAssertExpr assertion && assertion.type().isNone();
  }

  private Stmt caseClause() {
    int from = in.from;
    List<Expr> values = List.of();
    boolean isDefault = !at(Token.CASE);
    if (got(Token.CASE)) {
      values = expressionList();
    } else {
      expect(Token.DEFAULT);
    }
    int colon = expect(Token.COLON);
    List<Stmt> body = statementList();
    int to = body.isEmpty() ? colon + 1 : body.getLast().to();
    return new Stmt.CaseClause(from, to, isDefault, values, body);
  }

  @Override
  final Stmt selectStatement() {
    int from = expect(Token.SELECT);
    int opening = expect(Token.LBRACE);
    List<Stmt> clauses = new ArrayList<>();
    while (at(Token.CASE) || at(Token.DEFAULT)) {
      clauses.add(commClause());
    }
    Stmt.BlockStmt body = closed(opening, clauses);
    expectSemicolon();
    return new Stmt.SelectStmt(from, body.to(), body);
  }

  private Stmt commClause() {
    int from = in.from;
    Stmt communication = Stmt.NONE;
    if (got(Token.CASE)) {
      List<Expr> left = expressionList();
      Expr first = left.getFirst();
      if (at(Token.ARROW)) {
        if (left.size() > 1) {
          errorExpected(first.from(), "1 expression");
        }
        in.next();
        Expr value = expression();
        communication = new Stmt.SendStmt(first.from(), value.to(), first, value);
      } else if (at(Token.ASSIGN) || at(Token.DEFINE)) {
        if (left.size() > 2) {
          errorExpected(first.from(), "1 or 2 expressions");
        }
        int operatorAt = in.from;
        Token operator = in.token;
        in.next();
        Expr right = expression();
        communication =
            new Stmt.AssignStmt(
                first.from(),
                right.to(),
                left.size() > 2 ? left.subList(0, 2) : left,
                operatorAt,
                operator,
                List.of(right));
      } else {
        if (left.size() > 1) {
          errorExpected(first.from(), "1 expression");
        }
        communication = new Stmt.ExprStmt(first.from(), first.to(), first);
      }
    } else {
      expect(Token.DEFAULT);
    }
    int colon = expect(Token.COLON);
    List<Stmt> body = statementList();
    int to = body.isEmpty() ? colon + 1 : body.getLast().to();
    return new Stmt.CommClause(from, to, communication, body);
  }

  @Override
  final Stmt forStatement() {
    int from = expect(Token.FOR);
    Stmt init = Stmt.NONE;
    Stmt head = Stmt.NONE;
    Stmt post = Stmt.NONE;
    boolean ranges = false;
    Expr ranged = Expr.NONE;
    if (!at(Token.LBRACE)) {
      int outer = expressionLevel;
      expressionLevel = -1;
      if (got(Token.RANGE)) {
        ranged = expression();
        ranges = true;
      } else if (!at(Token.SEMICOLON)) {
        head = simple(Mode.RANGE_ALLOWED);
        ranges = isRange;
      }
      if (!ranges && got(Token.SEMICOLON)) {
        init = head;
        head = Stmt.NONE;
        if (!at(Token.SEMICOLON)) {
          if (at(Token.LBRACE)) {
            errorExpected(in.from, "for loop condition");
          } else {
            head = simple(Mode.BASIC);
          }
        }
        if (!at(Token.LBRACE) || !head.isNone()) {
          expectSemicolon();
        }
        if (!at(Token.LBRACE)) {
          post = simple(Mode.BASIC);
        }
      }
      expressionLevel = outer;
    }
    Stmt.BlockStmt body = block();
    expectSemicolon();
    if (ranges) {
      return range(from, head, ranged, body);
    }
    return new Stmt.ForStmt(
        from, body.to(), init, asExpression(head, "boolean or range expression"), post, body);
  }

  private Stmt range(int from, Stmt head, Expr ranged, Stmt.BlockStmt body) {
    if (!(head instanceof Stmt.AssignStmt assign)) {
      return new Stmt.RangeStmt(from, body.to(), Expr.NONE, Expr.NONE, Token.ILLEGAL, ranged, body);
    }
    List<Expr> left = assign.left();
    if (left.size() > 2) {
      errorExpected(left.getLast().from(), "at most 2 expressions");
      return new Stmt.BadStmt(from, body.to());
    }
    return new Stmt.RangeStmt(
        from,
        body.to(),
        left.getFirst(),
        left.size() > 1 ? left.get(1) : Expr.NONE,
        assign.operator(),
        assign.right().getFirst(),
        body);
  }
}
