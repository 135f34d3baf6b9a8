package dev.tidemark.golang.parse;

import dev.tidemark.golang.syntax.Lines;
import dev.tidemark.golang.syntax.Token;

/**
 * Cuts the bytes of a Go file into tokens, one for each call of {@link #next}, semicolons that line
 * ends stand for included. The bytes are read in place; nothing is copied but what is asked for.
 *
 * <p>Sources: the Go specification, "Lexical elements"; go/scanner for what is an error where.
 */
final class Scanner {
  private static final int NO_NEWLINE = -1;

  private final byte[] bytes;
  private final int end;
  private final ErrorSink errors;
  private final LineTable lines = new LineTable();
  private final TextChecks texts;
  private int at;
  private boolean endsStatement;
  private int pendingNewline = NO_NEWLINE;

  /** The first byte of the last token. */
  int from;

  /** The byte behind the last token; of a semicolon that is not written, {@link #from}. */
  int to;

  /** Whether the last token is a semicolon that stands for a line end or the end of the file. */
  boolean isImplicit;

  /** What is wrong at a byte. */
  interface ErrorSink {
    void error(int offset, String message);
  }

  Scanner(byte[] bytes, ErrorSink errors) {
    this.bytes = bytes;
    this.end = bytes.length;
    this.errors = errors;
    this.texts = new TextChecks(bytes, errors);
    // A byte order mark is allowed as the first thing in a file only.
    at =
        end >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
            ? 3
            : 0;
  }

  /** The line of an offset that was scanned already, from 1. */
  int line(int offset) {
    return lines.line(offset);
  }

  Lines lines() {
    return lines.lines();
  }

  Token next() {
    isImplicit = false;
    if (pendingNewline != NO_NEWLINE) {
      from = pendingNewline;
      to = from;
      pendingNewline = NO_NEWLINE;
      endsStatement = false;
      isImplicit = true;
      return Token.SEMICOLON;
    }
    int i = at;
    while (i < end) {
      byte b = bytes[i];
      if (b == ' ' || b == '\t' || b == '\r') {
        i++;
      } else if (b == '\n') {
        if (endsStatement) {
          break;
        }
        lines.add(++i);
      } else {
        break;
      }
    }
    from = i;
    if (i >= end) {
      at = end;
      to = end;
      if (endsStatement) {
        endsStatement = false;
        isImplicit = true;
        return Token.SEMICOLON;
      }
      return Token.EOF;
    }
    byte b = bytes[i];
    if (b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '_') {
      return word(i);
    }
    if (b >= '0' && b <= '9' || b == '.' && i + 1 < end && isDigit(bytes[i + 1])) {
      endsStatement = true;
      return number(i);
    }
    Token token = symbol(i, b);
    to = at;
    if (token != Token.COMMENT) {
      endsStatement =
          switch (token) {
            case RPAREN, RBRACK, RBRACE, INC, DEC, IDENT, INT, FLOAT, IMAG, CHAR, STRING -> true;
            case ILLEGAL -> endsStatement;
            default -> false;
          };
    }
    if (isImplicit) {
      to = from;
    }
    return token;
  }

  String text() {
    return Texts.of(bytes, from, to);
  }

  private Token word(int start) {
    int i = start + 1;
    while (i < end && isLetterOrDigit(bytes[i])) {
      i++;
    }
    if (i < end && bytes[i] < 0) {
      return unicodeWord(i);
    }
    at = i;
    to = i;
    Token keyword = i - start > 1 ? Keywords.find(bytes, start, i) : Token.IDENT;
    endsStatement =
        switch (keyword) {
          case IDENT, BREAK, CONTINUE, FALLTHROUGH, RETURN -> true;
          default -> false;
        };
    return keyword;
  }

  /** A name that goes on, or begins, with other letters than those of ASCII. */
  private Token unicodeWord(int start) {
    int i = start;
    while (i < end) {
      if (bytes[i] >= 0) {
        if (!isLetterOrDigit(bytes[i])) {
          break;
        }
        i++;
      } else {
        int codePoint = Utf8.codePoint(bytes, i, end);
        if (!Utf8.isLetter(codePoint) && !Utf8.isDigit(codePoint)) {
          break;
        }
        i += Utf8.length(codePoint);
      }
    }
    at = i;
    to = i;
    endsStatement = true;
    return Token.IDENT;
  }

  private Token symbol(int start, byte b) {
    at = start + 1;
    switch (b) {
      case '\n' -> {
        lines.add(at);
        isImplicit = true;
        return Token.SEMICOLON;
      }
      case '"' -> {
        return string(start);
      }
      case '`' -> {
        return rawString(start);
      }
      case '\'' -> {
        return rune(start);
      }
      case '/' -> {
        if (at < end && (bytes[at] == '/' || bytes[at] == '*')) {
          return comment(start);
        }
        return either(Token.QUO, Token.QUO_ASSIGN);
      }
      case ':' -> {
        return either(Token.COLON, Token.DEFINE);
      }
      case '.' -> {
        if (at + 1 < end && bytes[at] == '.' && bytes[at + 1] == '.') {
          at += 2;
          return Token.ELLIPSIS;
        }
        return Token.PERIOD;
      }
      case ',' -> {
        return Token.COMMA;
      }
      case ';' -> {
        return Token.SEMICOLON;
      }
      case '(' -> {
        return Token.LPAREN;
      }
      case ')' -> {
        return Token.RPAREN;
      }
      case '[' -> {
        return Token.LBRACK;
      }
      case ']' -> {
        return Token.RBRACK;
      }
      case '{' -> {
        return Token.LBRACE;
      }
      case '}' -> {
        return Token.RBRACE;
      }
      case '~' -> {
        return Token.TILDE;
      }
      case '+' -> {
        return either(Token.ADD, Token.ADD_ASSIGN, '+', Token.INC);
      }
      case '-' -> {
        return either(Token.SUB, Token.SUB_ASSIGN, '-', Token.DEC);
      }
      case '*' -> {
        return either(Token.MUL, Token.MUL_ASSIGN);
      }
      case '%' -> {
        return either(Token.REM, Token.REM_ASSIGN);
      }
      case '^' -> {
        return either(Token.XOR, Token.XOR_ASSIGN);
      }
      case '<' -> {
        if (take('-')) {
          return Token.ARROW;
        }
        return take('<') ? either(Token.SHL, Token.SHL_ASSIGN) : either(Token.LSS, Token.LEQ);
      }
      case '>' -> {
        return take('>') ? either(Token.SHR, Token.SHR_ASSIGN) : either(Token.GTR, Token.GEQ);
      }
      case '=' -> {
        return either(Token.ASSIGN, Token.EQL);
      }
      case '!' -> {
        return either(Token.NOT, Token.NEQ);
      }
      case '&' -> {
        if (take('^')) {
          return either(Token.AND_NOT, Token.AND_NOT_ASSIGN);
        }
        return either(Token.AND, Token.AND_ASSIGN, '&', Token.LAND);
      }
      case '|' -> {
        return either(Token.OR, Token.OR_ASSIGN, '|', Token.LOR);
      }
      default -> {
        return other(start);
      }
    }
  }

  private boolean take(char wanted) {
    if (at < end && bytes[at] == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private Token either(Token alone, Token assigned) {
    return take('=') ? assigned : alone;
  }

  private Token either(Token alone, Token assigned, char again, Token doubled) {
    return take('=') ? assigned : take(again) ? doubled : alone;
  }

  private Token other(int start) {
    int codePoint = Utf8.codePoint(bytes, start, end);
    if (codePoint != Utf8.MALFORMED && Utf8.isLetter(codePoint)) {
      return unicodeWord(start);
    }
    at = start + Utf8.length(codePoint);
    if (codePoint == Utf8.MALFORMED) {
      errors.error(start, "illegal UTF-8 encoding");
    } else if (codePoint == 0) {
      errors.error(start, "illegal character NUL");
    } else if (codePoint == 0xFEFF) {
      errors.error(start, "illegal byte order mark");
    } else {
      errors.error(start, "illegal character " + Texts.quoted(codePoint));
    }
    return Token.ILLEGAL;
  }

  /** A comment; if it holds a line end that ends a statement, the semicolon for it comes next. */
  private Token comment(int start) {
    int i = start + 2;
    if (bytes[start + 1] == '/') {
      while (i < end && bytes[i] != '\n') {
        i++;
      }
      at = i;
      texts.check(start + 2, i);
      return Token.COMMENT;
    }
    int newline = NO_NEWLINE;
    while (i + 1 < end && !(bytes[i] == '*' && bytes[i + 1] == '/')) {
      if (bytes[i] == '\n') {
        newline = newline == NO_NEWLINE ? i : newline;
        lines.add(i + 1);
      }
      i++;
    }
    if (i + 1 >= end) {
      if (i < end && bytes[i] == '\n') {
        lines.add(i + 1);
      }
      at = end;
      errors.error(start, "comment not terminated");
    } else {
      at = i + 2;
      texts.check(start + 2, i);
    }
    if (endsStatement && newline != NO_NEWLINE) {
      pendingNewline = newline;
    }
    return Token.COMMENT;
  }

  private Token string(int start) {
    int i = start + 1;
    boolean isPlain = true;
    while (true) {
      if (i >= end || bytes[i] == '\n') {
        errors.error(start, "string literal not terminated");
        break;
      }
      byte b = bytes[i++];
      if (b == '"') {
        break;
      }
      if (b == '\\') {
        i = texts.escape(i, '"');
      }
      isPlain &= b > 0;
    }
    if (!isPlain) {
      texts.check(start + 1, i);
    }
    at = i;
    return Token.STRING;
  }

  private Token rawString(int start) {
    int i = start + 1;
    boolean isPlain = true;
    while (i < end && bytes[i] != '`') {
      isPlain &= bytes[i] > 0;
      if (bytes[i++] == '\n') {
        lines.add(i);
      }
    }
    if (!isPlain) {
      texts.check(start + 1, i);
    }
    if (i >= end) {
      errors.error(start, "raw string literal not terminated");
      at = end;
    } else {
      at = i + 1;
    }
    return Token.STRING;
  }

  private Token rune(int start) {
    int i = start + 1;
    int count = 0;
    boolean isValid = true;
    while (true) {
      if (i >= end || bytes[i] == '\n') {
        if (isValid) {
          errors.error(start, "rune literal not terminated");
          isValid = false;
        }
        break;
      }
      if (bytes[i] == '\'') {
        i++;
        break;
      }
      count++;
      if (bytes[i] == '\\') {
        int before = i + 1;
        i = texts.escape(before, '\'');
        isValid &= !texts.hasEscapeFailed();
      } else {
        int codePoint = Utf8.codePoint(bytes, i, end);
        if (codePoint == Utf8.MALFORMED) {
          errors.error(i, "illegal UTF-8 encoding");
        }
        i += Utf8.length(codePoint);
      }
    }
    if (isValid && count != 1) {
      errors.error(start, "illegal rune literal");
    }
    at = i;
    return Token.CHAR;
  }

  private Token number(int start) {
    Numbers numbers = new Numbers(bytes, start, end, errors);
    at = numbers.end();
    to = at;
    return numbers.token();
  }

  static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static boolean isLetterOrDigit(byte b) {
    return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '_' || b >= '0' && b <= '9';
  }
}
