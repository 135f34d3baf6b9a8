package dev.tidemark.golang.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidemark.golang.syntax.Comment;
import dev.tidemark.golang.syntax.CommentGroup;
import dev.tidemark.golang.syntax.Decl;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.SourceFile;
import dev.tidemark.golang.syntax.Spec;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.syntax.Walk;
import java.util.function.Consumer;

/** A tree as the oracle program prints one: a line a node, in go/ast's names and order. */
final class NodeLines {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private NodeLines() {}

  record Sum(int count, long hash) {}

  static void of(SourceFile file, Consumer<String> lines) {
    Walk.preorder(
        file,
        node -> {
          lines.accept(line(node));
          return true;
        });
    for (CommentGroup group : file.comments()) {
      lines.accept(line(group));
    }
  }

  /** FNV-1a over all lines. */
  static Sum sum(SourceFile file) {
    long[] hash = {OFFSET};
    int[] count = {0};
    of(
        file,
        line -> {
          count[0]++;
          for (byte b : line.getBytes(UTF_8)) {
            hash[0] = (hash[0] ^ b & 0xff) * PRIME;
          }
        });
    return new Sum(count[0], hash[0]);
  }

  private static String line(Node node) {
    String name = node instanceof SourceFile ? "File" : node.getClass().getSimpleName();
    return name + " " + node.from() + " " + to(node) + detail(node) + "\n";
  }

  /** A comment ends for go/ast where its text does, carriage returns left out. */
  private static int to(Node node) {
    return switch (node) {
      case Comment comment -> comment.from() + comment.text().getBytes(UTF_8).length;
      case CommentGroup group -> to(group.comments().getLast());
      default -> node.to();
    };
  }

  private static String detail(Node node) {
    return switch (node) {
      case Expr.Ident ident -> " " + ident.name();
      case Expr.BasicLit literal -> " " + literal.kind() + " " + literal.text();
      case Comment comment -> " " + comment.text().getBytes(UTF_8).length;
      case Expr.UnaryExpr unary -> " " + unary.operator().text();
      case Expr.BinaryExpr binary -> " " + binary.operator().text();
      case Expr.CallExpr call -> " " + (call.ellipsis() >= 0);
      case Expr.SliceExpr slice -> " " + slice.isFull();
      case Expr.ChanType channel ->
          switch (channel.direction()) {
            case SEND -> " 1";
            case RECEIVE -> " 2";
            case BOTH -> " 3";
          };
      case Stmt.AssignStmt assign -> " " + assign.operator().text();
      case Stmt.IncDecStmt step -> " " + step.operator().text();
      case Stmt.BranchStmt branch -> " " + branch.keyword().text();
      case Stmt.RangeStmt loop -> " " + loop.operator().text();
      case Decl.GenDecl general -> " " + general.keyword().text() + " " + general.isGroup();
      case Spec.TypeSpec type -> " " + type.isAlias();
      case Stmt.EmptyStmt empty -> " " + empty.isImplicit();
      default -> "";
    };
  }
}
