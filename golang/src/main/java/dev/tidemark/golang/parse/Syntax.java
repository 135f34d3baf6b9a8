package dev.tidemark.golang.parse;

import dev.tidemark.golang.syntax.CommentGroup;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What all parts of the grammar need: the token that is looked at, and what to do if it is wrong.
 */
abstract class Syntax {
  /** Deeper than any code that people or programs write, and well within a thread's stack. */
  static final int DEEPEST = 1_000;

  /** A longer chain would be a tree that no walk could follow down. */
  static final int LONGEST_CHAIN = 10_000;

  /** What a statement may begin with, where parsing goes on after an error. */
  private static final Set<Token> STATEMENT_STARTS =
      Set.of(
          Token.BREAK,
          Token.CONST,
          Token.CONTINUE,
          Token.DEFER,
          Token.FALLTHROUGH,
          Token.FOR,
          Token.GO,
          Token.GOTO,
          Token.IF,
          Token.RETURN,
          Token.SELECT,
          Token.SWITCH,
          Token.TYPE,
          Token.VAR);

  static final Set<Token> DECLARATION_STARTS =
      Set.of(Token.IMPORT, Token.CONST, Token.TYPE, Token.VAR);

  private static final Set<Token> EXPRESSION_ENDS =
      Set.of(Token.COMMA, Token.COLON, Token.SEMICOLON, Token.RPAREN, Token.RBRACK, Token.RBRACE);

  final TokenStream in;
  final Errors errors;

  /** Below 0 where a brace after an expression begins a block: in the head of a statement. */
  int expressionLevel;

  private int depth;
  private int syncAt = -1;
  private int syncCount;

  Syntax(TokenStream in, Errors errors) {
    this.in = in;
    this.errors = errors;
  }

  void enter() {
    if (++depth > DEEPEST) {
      throw TooDeep.nested(in.from, DEEPEST);
    }
  }

  void leave() {
    depth--;
  }

  boolean at(Token token) {
    return in.token == token;
  }

  /** Passes a token if it is there. */
  boolean got(Token token) {
    if (in.token == token) {
      in.next();
      return true;
    }
    return false;
  }

  /** Passes a token, and says so if it is another one; where it was. */
  int expect(Token token) {
    int from = in.from;
    if (in.token != token) {
      errorExpected(from, "'" + token.text() + "'");
    }
    // Always on: an error must not stop the parser.
    in.next();
    return from;
  }

  /** Like {@link #expect}, where a line may have been broken before it. */
  int expectClosing(Token token, String context) {
    if (in.token != token && at(Token.SEMICOLON) && in.isImplicit) {
      errors.error(in.from, "missing ',' before newline in " + context);
      in.next();
    }
    return expect(token);
  }

  /** The end of a statement or declaration; the comment that trails it. */
  CommentGroup expectSemicolon() {
    switch (in.token) {
      case RPAREN, RBRACE -> {
        // A semicolon may be left out before these.
        return CommentGroup.NONE;
      }
      case SEMICOLON, COMMA -> {
        if (at(Token.COMMA)) {
          errorExpected(in.from, "';'");
        }
        // A written semicolon has its comment behind it, a line end before it.
        CommentGroup before = in.trailing();
        boolean isImplicit = in.isImplicit;
        in.next();
        return isImplicit ? before : in.trailing();
      }
      default -> {
        errorExpected(in.from, "';'");
        advance(STATEMENT_STARTS);
        return CommentGroup.NONE;
      }
    }
  }

  boolean atComma(String context, Token follow) {
    if (at(Token.COMMA)) {
      return true;
    }
    if (in.token != follow) {
      String message = "missing ','";
      if (at(Token.SEMICOLON) && in.isImplicit) {
        message += " before newline";
      }
      errors.error(in.from, message + " in " + context);
      return true;
    }
    return false;
  }

  void errorExpected(int offset, String what) {
    String message = "expected " + what;
    if (offset == in.from) {
      if (at(Token.SEMICOLON) && in.isImplicit) {
        message += ", found newline";
      } else if (in.token.isLiteral()) {
        message += ", found " + in.text();
      } else {
        message += ", found '" + in.token.text() + "'";
      }
    }
    errors.error(offset, message);
  }

  void advanceToStatement() {
    advance(STATEMENT_STARTS);
  }

  void advanceToExpressionEnd() {
    advance(EXPRESSION_ENDS);
  }

  /** Skips to where the next thing may begin, always forward in the end. */
  void advance(Set<Token> to) {
    for (; !at(Token.EOF); in.next()) {
      if (to.contains(in.token)) {
        if (in.from == syncAt && syncCount < 10) {
          syncCount++;
          return;
        }
        if (in.from > syncAt) {
          syncAt = in.from;
          syncCount = 0;
          return;
        }
      }
    }
  }

  Expr.Ident ident() {
    int from = in.from;
    if (at(Token.IDENT)) {
      Expr.Ident ident = new Expr.Ident(from, in.to, in.text());
      in.next();
      return ident;
    }
    expect(Token.IDENT);
    return new Expr.Ident(from, from + 1, "_");
  }

  List<Expr.Ident> identList() {
    List<Expr.Ident> idents = new ArrayList<>(1);
    idents.add(ident());
    while (got(Token.COMMA)) {
      idents.add(ident());
    }
    return idents;
  }
}
