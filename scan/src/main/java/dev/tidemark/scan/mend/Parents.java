package dev.tidemark.scan.mend;

import dev.tidemark.golang.syntax.Comment;
import dev.tidemark.golang.syntax.CommentGroup;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.SourceFile;
import dev.tidemark.golang.syntax.Walk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each node of a file is a part of. */
final class Parents {
  private final Map<Node, Node> parents = new IdentityHashMap<>();
  private final List<Node> all = new ArrayList<>();

  Parents(SourceFile file) {
    Deque<Node> around = new ArrayDeque<>();
    Walk.preorder(
        file,
        node -> {
          if (node instanceof Comment || node instanceof CommentGroup) {
            return false;
          }
          // A package clause stands in front of what the tree of a file begins with: it has all.
          while (around.size() > 1 && !contains(around.getFirst(), node)) {
            around.pop();
          }
          if (!around.isEmpty()) {
            parents.put(node, around.getFirst());
          }
          around.push(node);
          all.add(node);
          return true;
        });
  }

  static boolean contains(Node outer, Node inner) {
    return outer.from() <= inner.from() && inner.to() <= outer.to();
  }

  Optional<Node> of(Node node) {
    return Optional.ofNullable(parents.get(node));
  }

  /** From a node outwards, without itself. */
  List<Node> around(Node node) {
    List<Node> around = new ArrayList<>();
    for (Optional<Node> at = of(node); at.isPresent(); at = of(at.get())) {
      around.add(at.get());
    }
    return around;
  }

  /** All nodes in the order of the source. */
  List<Node> all() {
    return all;
  }
}
