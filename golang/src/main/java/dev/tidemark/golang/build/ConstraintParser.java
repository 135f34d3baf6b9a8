package dev.tidemark.golang.build;

/** Reads {@code a && (b || !c)}, as go/build/constraint does. */
final class ConstraintParser {
  /** As many terms as go/build/constraint allows. */
  private static final int MOST_TERMS = 1000;

  private final String text;
  private final int offset;
  private int at;
  private int terms;

  private ConstraintParser(String text, int offset) {
    this.text = text;
    this.offset = offset;
  }

  /**
   * @param offset where the text begins in its file
   */
  static Constraint parse(String text, int offset) throws MalformedConstraintException {
    ConstraintParser parser = new ConstraintParser(text, offset);
    Constraint constraint = parser.or();
    parser.space();
    if (parser.at < text.length()) {
      throw parser.wrong("unexpected " + text.charAt(parser.at));
    }
    return constraint;
  }

  private Constraint or() throws MalformedConstraintException {
    Constraint left = and();
    while (take("||")) {
      left = new Constraint.Or(left, and());
    }
    return left;
  }

  private Constraint and() throws MalformedConstraintException {
    Constraint left = not();
    while (take("&&")) {
      left = new Constraint.And(left, not());
    }
    return left;
  }

  private Constraint not() throws MalformedConstraintException {
    if (++terms > MOST_TERMS) {
      throw wrong("build expression too large");
    }
    if (take("!")) {
      space();
      if (at < text.length() && text.charAt(at) == '!') {
        throw wrong("double negation not allowed");
      }
      return new Constraint.Not(not());
    }
    if (take("(")) {
      Constraint inner = or();
      if (!take(")")) {
        throw wrong("missing close paren");
      }
      return inner;
    }
    int from = at;
    while (at < text.length() && isTagCharacter(text.charAt(at))) {
      at++;
    }
    if (at == from) {
      throw wrong("expected a tag");
    }
    return new Constraint.Tag(text.substring(from, at));
  }

  private static boolean isTagCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.';
  }

  private boolean take(String token) {
    space();
    if (text.startsWith(token, at)) {
      at += token.length();
      return true;
    }
    return false;
  }

  private void space() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  private MalformedConstraintException wrong(String problem) {
    return new MalformedConstraintException(offset + at, "in //go:build: " + problem);
  }
}
