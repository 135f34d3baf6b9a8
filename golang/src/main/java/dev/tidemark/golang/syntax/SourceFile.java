package dev.tidemark.golang.syntax;

import java.util.List;

/**
 * One file.
 *
 * @param from its keyword {@code package}
 * @param doc the comment before that
 * @param comments every comment of the file, those of its nodes included
 * @param lines where each line begins
 */
public record SourceFile(
    int from,
    int to,
    CommentGroup doc,
    Expr.Ident name,
    List<Decl> decls,
    List<CommentGroup> comments,
    Lines lines)
    implements Node {}
