package dev.tidemark.golang.parse;

import dev.tidemark.golang.syntax.SourceFile;
import java.util.List;

/**
 * A file that was parsed.
 *
 * @param diagnostics what is wrong with it, in order of place; none for a file that Go accepts
 */
public record ParsedFile(SourceFile file, List<Diagnostic> diagnostics) {
  public ParsedFile {
    diagnostics = List.copyOf(diagnostics);
  }
}
