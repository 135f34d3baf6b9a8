package dev.tidemark.report.scan;

/** Text in XML. */
final class Xml {
  static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private Xml() {}

  /** As element content or attribute value; characters that XML 1.0 has none for are left out. */
  static String text(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            default -> {
              boolean isAllowed =
                  c == '\n'
                      || c == '\t'
                      || c >= 0x20 && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF);
              if (isAllowed) {
                out.appendCodePoint(c);
              }
            }
          }
        });
    return out.toString();
  }
}
