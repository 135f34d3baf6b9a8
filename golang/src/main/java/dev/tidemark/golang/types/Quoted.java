package dev.tidemark.golang.types;

/** A string as a Go literal, escaped as {@code strconv.Quote} does. */
final class Quoted {
  private Quoted() {}

  static String of(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().forEach(rune -> rune(out, rune));
    return out.append('"').toString();
  }

  private static void rune(StringBuilder out, int rune) {
    switch (rune) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case 7 -> out.append("\\a");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case 11 -> out.append("\\v");
      default -> {
        if (rune < ' ' || rune == 0x7f) {
          out.append("\\x%02x".formatted(rune));
        } else if (Character.isISOControl(rune) || !Character.isDefined(rune)) {
          out.append(rune < 0x10000 ? "\\u%04x".formatted(rune) : "\\U%08x".formatted(rune));
        } else {
          out.appendCodePoint(rune);
        }
      }
    }
  }
}
