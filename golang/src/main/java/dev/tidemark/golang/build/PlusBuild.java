package dev.tidemark.golang.build;

import org.jspecify.annotations.Nullable;

/** The form of constraints before Go 1.17: spaces mean or, commas mean and. */
final class PlusBuild {
  private static final String MARK = "+build";

  private PlusBuild() {}

  static boolean is(String line) {
    String text = line.substring(2).strip();
    return text.startsWith(MARK)
        && (text.length() == MARK.length()
            || text.charAt(MARK.length()) == ' '
            || text.charAt(MARK.length()) == '\t');
  }

  static Constraint parse(String line) {
    String text = line.substring(line.indexOf(MARK) + MARK.length());
    @Nullable Constraint any = null;
    for (String clause : text.strip().split("[ \t]+")) {
      @Nullable Constraint all = null;
      for (String literal : clause.split(",")) {
        Constraint one = literal(literal);
        all = all == null ? one : new Constraint.And(all, one);
      }
      if (all != null) {
        any = any == null ? all : new Constraint.Or(any, all);
      }
    }
    return any == null ? literal("") : any;
  }

  /** What is no tag never holds (go/build/constraint, {@code parsePlusBuildExpr}). */
  private static Constraint literal(String text) {
    boolean isNegated = text.startsWith("!");
    String name = isNegated ? text.substring(1) : text;
    boolean isTag = !name.isEmpty();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      isTag &= Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }
    Constraint tag = new Constraint.Tag(isTag ? name : "ignore");
    return isNegated && isTag ? new Constraint.Not(tag) : tag;
  }
}
