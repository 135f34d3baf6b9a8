package dev.tidemark.golang.parse;

import dev.tidemark.golang.syntax.Lines;
import dev.tidemark.golang.syntax.Token;
import java.util.List;

/**
 * The tokens of a Go file, as go/scanner tells them: comments too, and semicolons that line ends
 * stand for. Only that these come behind the comments of their line, where they are.
 */
public final class Tokens {
  private Tokens() {}

  /** Is told of a token. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * @param from the first byte
     * @param to the byte behind; of a semicolon that is not written, {@code from}
     */
    void token(Token token, int from, int to);
  }

  /**
   * Tells of each token in the order of the file, without the end.
   *
   * @return what is wrong with them, in order of place
   */
  public static List<Diagnostic> forEach(byte[] bytes, Visitor visitor) {
    Errors errors = new Errors();
    Scanner scanner = new Scanner(bytes, errors);
    for (Token token = scanner.next(); token != Token.EOF; token = scanner.next()) {
      visitor.token(token, scanner.from, scanner.to);
    }
    Lines lines = scanner.lines();
    return errors.diagnostics(lines);
  }
}
