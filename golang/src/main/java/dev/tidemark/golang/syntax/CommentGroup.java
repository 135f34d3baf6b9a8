package dev.tidemark.golang.syntax;

import java.util.List;

/** Comments that follow each other without other code or an empty line between. */
public record CommentGroup(List<Comment> comments) implements Node {
  /** What stands before a node that has no comment. */
  public static final CommentGroup NONE = new CommentGroup(List.of());

  public CommentGroup {
    comments = List.copyOf(comments);
  }

  public boolean isNone() {
    return comments.isEmpty();
  }

  @Override
  public int from() {
    return isNone() ? 0 : comments.getFirst().from();
  }

  @Override
  public int to() {
    return isNone() ? 0 : comments.getLast().to();
  }
}
