package dev.tidemark.golang.syntax;

import java.util.List;
import java.util.Optional;

/**
 * A field of a struct, a method or embedded type of an interface, a parameter, a result or a type
 * parameter.
 *
 * @param names none for an embedded field or an unnamed parameter
 * @param tag none or one string
 */
public record Field(
    int from,
    int to,
    CommentGroup doc,
    List<Expr.Ident> names,
    Expr type,
    List<Expr.BasicLit> tag,
    CommentGroup comment)
    implements Node {
  /** A field without comments or tag. */
  public static Field of(List<Expr.Ident> names, Expr type) {
    int from = names.isEmpty() ? type.from() : names.getFirst().from();
    return new Field(from, type.to(), CommentGroup.NONE, names, type, List.of(), CommentGroup.NONE);
  }

  /** The tag as written, quotes included. */
  public Optional<String> tagText() {
    return tag.isEmpty() ? Optional.empty() : Optional.of(tag.getFirst().text());
  }
}
