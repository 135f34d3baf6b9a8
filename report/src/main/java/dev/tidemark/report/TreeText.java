package dev.tidemark.report;

import dev.tidemark.diagnose.Digits;
import dev.tidemark.profile.flame.FlameTree;
import dev.tidemark.profile.flame.FlameTree.Node;
import java.util.List;

/**
 * A difference as a call tree, root first. Chains with a single callee are one line; branches below
 * a hundredth of all change are counted, not drawn.
 */
public final class TreeText {
  private static final int DEEPEST = 60;

  private final Amount amount;
  private final long threshold;
  private final StringBuilder out = new StringBuilder();

  private TreeText(Amount amount, long threshold) {
    this.amount = amount;
    this.threshold = threshold;
  }

  public static String of(Difference difference) {
    Node root = FlameTree.of(difference.change(), difference.type()).root();
    TreeText text =
        new TreeText(new Amount(difference.valueType()), (root.growth() - root.shrinkage()) / 100);
    text.out.append(TotalsText.heading(difference));
    text.children(root, 0);
    return text.out.toString();
  }

  private void children(Node node, int indent) {
    int cut = 0;
    long cutTotal = 0;
    for (Node child : node.children()) {
      if (child.growth() - child.shrinkage() < threshold || indent >= DEEPEST) {
        cut++;
        cutTotal += child.total();
      } else {
        chain(child, indent);
      }
    }
    if (cut > 0) {
      line(amount.signed(cutTotal), indent, cut == 1 ? "1 smaller call" : cut + " smaller calls");
    }
  }

  private void chain(Node top, int indent) {
    StringBuilder path = new StringBuilder(FrameText.shortFunction(top.function()));
    Node node = top;
    List<Node> children = node.children();
    int length = 1;
    while (children.size() == 1 && node.self() == 0 && length < 4) {
      node = children.getFirst();
      children = node.children();
      path.append(" > ").append(FrameText.shortFunction(node.function()));
      length++;
    }
    line(amount.signed(top.total()), indent, path.toString());
    children(node, indent + 1);
  }

  private void line(String value, int indent, String text) {
    out.append(Digits.right(value, 12)).append("  ").append("  ".repeat(indent)).append(text);
    out.append('\n');
  }
}
