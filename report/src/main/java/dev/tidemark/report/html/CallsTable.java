package dev.tidemark.report.html;

import dev.tidemark.diagnose.Digits;
import dev.tidemark.report.Amount;
import dev.tidemark.report.FrameText;

/**
 * The top of a call tree as a table: calls from a fiftieth of the whole on, callers above callees.
 */
final class CallsTable {
  private static final double SMALLEST_SHARE = 0.02;
  private static final int MOST_ROWS = 80;
  private static final int LONGEST_CHAIN = 4;

  private final Markup page;
  private final FlameGraph graph;
  private final CallTree calls;
  private final DrawnTree drawn;
  private final long[] growth;
  private final long[] shrinkage;
  private final long[] sizes;
  private final int[] end;
  private final int[] level;

  CallsTable(Markup page, FlameGraph graph, CallTree calls, DrawnTree drawn) {
    this.page = page;
    this.graph = graph;
    this.calls = calls;
    this.drawn = drawn;
    growth = drawn.growth().clone();
    shrinkage = drawn.shrinkage().clone();
    sizes = drawn.sizes().clone();
    end = new int[drawn.count()];
    level = new int[drawn.count()];
    sumUp();
  }

  /** Children follow their parent at once, so that backwards each finds its children done. */
  private void sumUp() {
    for (int node = drawn.count() - 1; node >= 0; node--) {
      int child = node + 1;
      for (int i = 0; i < drawn.children()[node]; i++) {
        growth[node] += growth[child];
        shrinkage[node] += shrinkage[child];
        sizes[node] += sizes[child];
        child = end[child];
      }
      end[node] = child;
    }
  }

  private long magnitude(int node) {
    return graph.isOfChange() ? growth[node] + shrinkage[node] : sizes[node];
  }

  /**
   * @param name of the region that holds it
   */
  void write(String name) {
    page.open("details", "class", "calls").element("summary", "The top of it as a table");
    page.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", name);
    page.open("table").line();
    head();
    page.open("tbody").line();
    int rows = 0;
    int node = 1;
    while (node < drawn.count() && rows < MOST_ROWS) {
      if (share(node) < SMALLEST_SHARE) {
        node = end[node];
      } else {
        node = row(node);
        rows++;
      }
    }
    page.close("tbody").close("table").close("div");
    page.element(
        "p",
        "Calls with 2%% or more of the whole, at most %d rows. In full: --format pprof or collapsed."
            .formatted(MOST_ROWS),
        "class",
        "faint");
    page.close("details").line();
  }

  private void head() {
    page.open("thead").open("tr");
    if (graph.isOfChange()) {
      page.element("th", "net", "scope", "col").element("th", "growth", "scope", "col");
      page.element("th", "shrinkage", "scope", "col");
    }
    if (graph.hasSizes()) {
      page.element("th", "now", "scope", "col");
    }
    page.element("th", "share", "scope", "col").element("th", "level", "scope", "col");
    page.element("th", "calls", "scope", "col").close("tr").close("thead").line();
  }

  /** A row for a chain of calls with one callee each; gives the node after it. */
  private int row(int top) {
    Amount amount = new Amount(graph.type());
    StringBuilder path = new StringBuilder(name(top));
    int node = top;
    int length = 1;
    while (length < LONGEST_CHAIN
        && drawn.children()[node] == 1
        && magnitude(node + 1) == magnitude(node)) {
      node++;
      path.append(" > ").append(name(node));
      length++;
    }
    for (int child = node + 1; child < end[node]; child = end[child]) {
      level[child] = level[top] + 1;
    }
    page.open("tr");
    if (graph.isOfChange()) {
      page.element("td", amount.signed(growth[top] - shrinkage[top]));
      page.element("td", amount.signed(growth[top]));
      page.element("td", amount.signed(-shrinkage[top]));
    }
    if (graph.hasSizes()) {
      page.element("td", amount.of(sizes[top]));
    }
    page.element("td", Digits.oneDecimal(100 * share(top)) + "%");
    page.element("td", Integer.toString(level[top] + 1));
    page.open("td").element("code", path.toString()).close("td").close("tr").line();
    return node + 1;
  }

  private double share(int node) {
    return magnitude(0) == 0 ? 0 : (double) magnitude(node) / magnitude(0);
  }

  private String name(int node) {
    int function = drawn.functions()[node];
    if (function == CallTree.NO_FUNCTION) {
      return Digits.grouped(drawn.gathered()[node]) + " smaller paths";
    }
    return FrameText.shortFunction(calls.dictionary().frameAt(calls.frameOf(function)).function());
  }
}
