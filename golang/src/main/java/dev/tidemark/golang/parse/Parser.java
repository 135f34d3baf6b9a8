package dev.tidemark.golang.parse;

import dev.tidemark.golang.syntax.CommentGroup;
import dev.tidemark.golang.syntax.Decl;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.SourceFile;
import dev.tidemark.golang.syntax.Token;
import java.util.ArrayList;
import java.util.List;

/** Parses Go files. */
public final class Parser {
  /** A file larger than this is not read: no one wrote it. */
  private static final int LARGEST = 256 << 20;

  private Parser() {}

  /**
   * The tree of a file and what is wrong with it. A file that is broken off, holds bytes that are
   * no text or nests deeper than anyone writes gives a tree of what could be made of it.
   */
  public static ParsedFile parse(byte[] bytes) {
    Errors errors = new Errors();
    byte[] read = bytes;
    if (bytes.length > LARGEST) {
      errors.error(0, "larger than %,d bytes: not read".formatted(LARGEST));
      read = new byte[0];
    }
    TokenStream tokens = new TokenStream(read, errors);
    SourceFile file = file(tokens, errors);
    return new ParsedFile(file, errors.diagnostics(file.lines()));
  }

  private static SourceFile file(TokenStream tokens, Errors errors) {
    tokens.next();
    Declarations declarations = new Declarations(tokens, errors);
    CommentGroup doc = tokens.takeLeading();
    int from = declarations.expect(Token.PACKAGE);
    Expr.Ident name = declarations.ident();
    declarations.expectSemicolon();
    List<Decl> decls = new ArrayList<>();
    // What does not begin with a package clause is likely no Go file at all.
    if (errors.isEmpty()) {
      try {
        declarations.addTo(decls);
      } catch (TooDeep deep) {
        errors.error(deep.offset(), String.valueOf(deep.getMessage()));
      } catch (StackOverflowError small) {
        // A thread may have less of a stack than the limits are made for.
        errors.error(tokens.from, "nested deeper than the stack of the thread that reads it");
      }
    }
    int to = decls.isEmpty() ? name.to() : decls.getLast().to();
    return new SourceFile(
        from, to, doc, name, List.copyOf(decls), List.copyOf(tokens.comments()), tokens.lines());
  }
}
