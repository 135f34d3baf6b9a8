package dev.tidemark.golang.syntax;

/** The tokens of the Go specification, with the precedence of binary operators (0 for others). */
public enum Token {
  ILLEGAL("ILLEGAL"),
  EOF("EOF"),
  COMMENT("COMMENT"),

  IDENT("IDENT"),
  INT("INT"),
  FLOAT("FLOAT"),
  IMAG("IMAG"),
  CHAR("CHAR"),
  STRING("STRING"),

  ADD("+", 4),
  SUB("-", 4),
  MUL("*", 5),
  QUO("/", 5),
  REM("%", 5),
  AND("&", 5),
  OR("|", 4),
  XOR("^", 4),
  SHL("<<", 5),
  SHR(">>", 5),
  AND_NOT("&^", 5),
  ADD_ASSIGN("+="),
  SUB_ASSIGN("-="),
  MUL_ASSIGN("*="),
  QUO_ASSIGN("/="),
  REM_ASSIGN("%="),
  AND_ASSIGN("&="),
  OR_ASSIGN("|="),
  XOR_ASSIGN("^="),
  SHL_ASSIGN("<<="),
  SHR_ASSIGN(">>="),
  AND_NOT_ASSIGN("&^="),
  LAND("&&", 2),
  LOR("||", 1),
  ARROW("<-"),
  INC("++"),
  DEC("--"),
  EQL("==", 3),
  LSS("<", 3),
  GTR(">", 3),
  ASSIGN("="),
  NOT("!"),
  NEQ("!=", 3),
  LEQ("<=", 3),
  GEQ(">=", 3),
  DEFINE(":="),
  ELLIPSIS("..."),
  LPAREN("("),
  LBRACK("["),
  LBRACE("{"),
  COMMA(","),
  PERIOD("."),
  RPAREN(")"),
  RBRACK("]"),
  RBRACE("}"),
  SEMICOLON(";"),
  COLON(":"),
  TILDE("~"),

  BREAK("break"),
  CASE("case"),
  CHAN("chan"),
  CONST("const"),
  CONTINUE("continue"),
  DEFAULT("default"),
  DEFER("defer"),
  ELSE("else"),
  FALLTHROUGH("fallthrough"),
  FOR("for"),
  FUNC("func"),
  GO("go"),
  GOTO("goto"),
  IF("if"),
  IMPORT("import"),
  INTERFACE("interface"),
  MAP("map"),
  PACKAGE("package"),
  RANGE("range"),
  RETURN("return"),
  SELECT("select"),
  STRUCT("struct"),
  SWITCH("switch"),
  TYPE("type"),
  VAR("var");

  private final String text;
  private final int precedence;

  Token(String text) {
    this(text, 0);
  }

  Token(String text, int precedence) {
    this.text = text;
    this.precedence = precedence;
  }

  /** As it is written; a name for those that are written in many ways. */
  public String text() {
    return text;
  }

  /** Of a binary operator, 1 to 5; 0 for what is none. */
  public int precedence() {
    return precedence;
  }

  public boolean isLiteral() {
    return ordinal() >= IDENT.ordinal() && ordinal() <= STRING.ordinal();
  }

  public boolean isKeyword() {
    return ordinal() >= BREAK.ordinal();
  }

  public boolean isAssignment() {
    return this == ASSIGN
        || this == DEFINE
        || ordinal() >= ADD_ASSIGN.ordinal() && ordinal() <= AND_NOT_ASSIGN.ordinal();
  }
}
