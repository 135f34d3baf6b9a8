package dev.tidemark.golang.build;

import dev.tidemark.golang.syntax.Comment;
import dev.tidemark.golang.syntax.CommentGroup;
import dev.tidemark.golang.syntax.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * A comment that tells a tool something: {@code //go:embed}, {@code //go:linkname}, {@code
 * //go:generate}, {@code //go:debug} and others of the form {@code //go:word}.
 *
 * @param word behind the colon
 * @param arguments the rest of the line, trimmed
 * @param offset of the comment, in bytes
 */
public record Directive(String word, String arguments, int offset) {
  private static final String START = "//go:";

  /**
   * Those of a file, in order. They count at the beginning of a line only, as the compiler has it.
   */
  public static List<Directive> of(SourceFile file) {
    List<Directive> found = new ArrayList<>();
    for (CommentGroup group : file.comments()) {
      for (Comment comment : group.comments()) {
        if (comment.text().startsWith(START) && file.lines().column(comment.from()) == 1) {
          found.add(of(comment));
        }
      }
    }
    return found;
  }

  private static Directive of(Comment comment) {
    String rest = comment.text().substring(START.length());
    int end = 0;
    while (end < rest.length() && !Character.isWhitespace(rest.charAt(end))) {
      end++;
    }
    return new Directive(rest.substring(0, end), rest.substring(end).strip(), comment.from());
  }
}
