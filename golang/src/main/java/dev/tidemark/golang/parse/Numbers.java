package dev.tidemark.golang.parse;

import dev.tidemark.golang.syntax.Token;

/** One number of the source: how far it goes, of what kind it is, and what is wrong with it. */
final class Numbers {
  private final byte[] bytes;
  private final int end;
  private int at;
  private Token token;

  /** Bit 0: there were digits; bit 1: there were separators. */
  private int seen;

  private int invalid = -1;

  Numbers(byte[] bytes, int start, int end, Scanner.ErrorSink errors) {
    this.bytes = bytes;
    this.end = end;
    at = start;
    token = Token.INT;
    read(start, errors);
  }

  Token token() {
    return token;
  }

  int end() {
    return at;
  }

  private void read(int start, Scanner.ErrorSink errors) {
    int base = 10;
    int prefix = 0;
    if (peek() != '.') {
      if (peek() == '0') {
        at++;
        switch (lower(peek())) {
          case 'x' -> {
            at++;
            base = 16;
            prefix = 'x';
          }
          case 'o' -> {
            at++;
            base = 8;
            prefix = 'o';
          }
          case 'b' -> {
            at++;
            base = 2;
            prefix = 'b';
          }
          default -> {
            base = 8;
            prefix = '0';
            seen = 1;
          }
        }
      }
      digits(base);
    }
    if (peek() == '.') {
      token = Token.FLOAT;
      if (prefix == 'o' || prefix == 'b') {
        errors.error(at, "invalid radix point in " + name(prefix));
      }
      at++;
      digits(base);
    }
    if ((seen & 1) == 0) {
      errors.error(start, name(prefix) + " has no digits");
    }
    exponent(start, prefix, errors);
    if (peek() == 'i') {
      token = Token.IMAG;
      at++;
    }
    if (token == Token.INT && invalid >= 0) {
      errors.error(invalid, "invalid digit '" + (char) bytes[invalid] + "' in " + name(prefix));
    }
    if ((seen & 2) != 0) {
      int separator = misplacedSeparator(start);
      if (separator >= 0) {
        errors.error(separator, "'_' must separate successive digits");
      }
    }
  }

  private void exponent(int start, int prefix, Scanner.ErrorSink errors) {
    int e = lower(peek());
    if (e == 'e' || e == 'p') {
      if (e == 'e' && prefix != 0 && prefix != '0') {
        errors.error(at, "'" + (char) peek() + "' exponent requires decimal mantissa");
      } else if (e == 'p' && prefix != 'x') {
        errors.error(at, "'" + (char) peek() + "' exponent requires hexadecimal mantissa");
      }
      at++;
      token = Token.FLOAT;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      int before = seen;
      seen = 0;
      digits(10);
      if ((seen & 1) == 0) {
        errors.error(start, "exponent has no digits");
      }
      seen |= before;
    } else if (prefix == 'x' && token == Token.FLOAT) {
      errors.error(start, "hexadecimal mantissa requires a 'p' exponent");
    }
  }

  private void digits(int base) {
    int largest = base <= 10 ? '0' + base : 0;
    while (at < end) {
      byte b = bytes[at];
      if (b == '_') {
        seen |= 2;
      } else if (base <= 10 ? Scanner.isDigit(b) : isHex(b)) {
        if (base <= 10 && b >= largest && invalid < 0) {
          invalid = at;
        }
        seen |= 1;
      } else {
        return;
      }
      at++;
    }
  }

  /** Where an underscore does not stand between digits, or behind the prefix; -1 if nowhere. */
  private int misplacedSeparator(int start) {
    int previous = '.';
    int i = start;
    int base = 0;
    if (at - start >= 2 && bytes[start] == '0') {
      base = lower(bytes[start + 1]);
      if (base == 'x' || base == 'o' || base == 'b') {
        previous = '0';
        i = start + 2;
      }
    }
    for (; i < at; i++) {
      int before = previous;
      byte b = bytes[i];
      if (b == '_') {
        if (before != '0') {
          return i;
        }
        previous = '_';
      } else if (Scanner.isDigit(b) || base == 'x' && isHex(b)) {
        previous = '0';
      } else {
        if (before == '_') {
          return i - 1;
        }
        previous = '.';
      }
    }
    return previous == '_' ? at - 1 : -1;
  }

  private int peek() {
    return at < end ? bytes[at] : 0;
  }

  private static int lower(int b) {
    return b | 0x20;
  }

  private static boolean isHex(byte b) {
    return b >= '0' && b <= '9' || b >= 'a' && b <= 'f' || b >= 'A' && b <= 'F';
  }

  private static String name(int prefix) {
    return switch (prefix) {
      case 'x' -> "hexadecimal literal";
      case 'o', '0' -> "octal literal";
      case 'b' -> "binary literal";
      default -> "decimal literal";
    };
  }
}
