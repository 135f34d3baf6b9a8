package dev.tidemark.golang.parse;

import dev.tidemark.golang.syntax.Comment;
import dev.tidemark.golang.syntax.CommentGroup;
import dev.tidemark.golang.syntax.Lines;
import dev.tidemark.golang.syntax.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * The tokens of a file one after the other, comments taken aside: the group that ends on the line
 * before a token leads it, the one on the line of the token before trails that.
 */
final class TokenStream {
  private final byte[] bytes;
  private final Scanner scanner;
  private final List<CommentGroup> comments = new ArrayList<>();
  private CommentGroup leading = CommentGroup.NONE;
  private CommentGroup trailing = CommentGroup.NONE;

  /** The token that is looked at. */
  Token token = Token.EOF;

  /** Below 0 before the first token. */
  int from = -1;

  int to;
  boolean isImplicit;

  /** Where the token before the one that is looked at ends. */
  int endBefore;

  TokenStream(byte[] bytes, Scanner.ErrorSink errors) {
    this.bytes = bytes;
    scanner = new Scanner(bytes, errors);
  }

  List<CommentGroup> comments() {
    return comments;
  }

  Lines lines() {
    return scanner.lines();
  }

  /** The comment before the token, for the one who asks first. */
  CommentGroup takeLeading() {
    CommentGroup taken = leading;
    leading = CommentGroup.NONE;
    return taken;
  }

  /** The comment on the line of the token before, as of the last {@link #next}. */
  CommentGroup trailing() {
    return trailing;
  }

  String text() {
    return Texts.of(bytes, from, to);
  }

  void next() {
    leading = CommentGroup.NONE;
    trailing = CommentGroup.NONE;
    int before = from;
    endBefore = to;
    read();
    if (token == Token.COMMENT) {
      passComments(before);
    }
  }

  private void passComments(int before) {
    if (before >= 0 && scanner.line(from) == scanner.line(before)) {
      CommentGroup group = group(0);
      if (scanner.line(from) != endLine || token == Token.SEMICOLON || token == Token.EOF) {
        trailing = group;
      }
    }
    endLine = -1;
    CommentGroup last = CommentGroup.NONE;
    while (token == Token.COMMENT) {
      last = group(1);
    }
    if (endLine + 1 == scanner.line(from)) {
      leading = last;
    }
  }

  private int endLine;

  /**
   * Comments with at most so many lines from one to the next, one for those that follow each other.
   */
  private CommentGroup group(int linesApart) {
    List<Comment> list = new ArrayList<>(1);
    endLine = scanner.line(from);
    while (token == Token.COMMENT && scanner.line(from) <= endLine + linesApart) {
      endLine = scanner.line(Math.max(from, to - 1));
      list.add(new Comment(from, to, commentText()));
      read();
    }
    CommentGroup group = new CommentGroup(list);
    comments.add(group);
    return group;
  }

  private String commentText() {
    String text = text();
    return text.indexOf('\r') < 0 ? text : withoutCarriageReturns(text);
  }

  /** A carriage return stays only where without it a comment would end, as in {@code *\r/}. */
  private static String withoutCarriageReturns(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    boolean isLine = text.startsWith("//");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isClosing =
          !isLine
              && kept.length() > 2
              && kept.charAt(kept.length() - 1) == '*'
              && i + 1 < text.length()
              && text.charAt(i + 1) == '/';
      if (c != '\r' || isClosing) {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  private void read() {
    token = scanner.next();
    from = scanner.from;
    to = scanner.to;
    isImplicit = scanner.isImplicit;
  }

  int line(int offset) {
    return scanner.line(offset);
  }
}
