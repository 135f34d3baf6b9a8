package dev.tidemark.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.profile.flame.FlameTree;
import dev.tidemark.profile.frame.FrameOwners;
import dev.tidemark.profile.table.Table;
import dev.tidemark.report.html.FlameBlockReader.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlameBlockTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  /** Growth, shrinkage and size of a path with all that is below it. */
  private record Sums(long growth, long shrinkage, long size) {
    Sums plus(Sums other) {
      return new Sums(growth + other.growth, shrinkage + other.shrinkage, size + other.size);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatIsReadBackIsTheTreeOfTheTables(long seed) throws DataFormatException {
    List<Table> tables = Tables.random(seed, 400);
    Table change = tables.get(1).minus(tables.get(0));
    Map<String, Sums> expected = new TreeMap<>();
    addTree(expected, "", FlameTree.of(change, 0).root(), true);
    Map<String, Sums> sizes = new TreeMap<>();
    addTree(sizes, "", FlameTree.of(tables.get(1), 0).root(), false);
    sizes.forEach((path, size) -> expected.merge(path, size, Sums::plus));

    List<Node> nodes =
        read(FlameGraph.ofChange("heap", tables.get(0), tables.get(1), 0), 1_000_000);

    assertThat(paths(nodes)).isEqualTo(expected);
    assertThat(nodes).allSatisfy(node -> assertThat(node.gathered()).isZero());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 100, 300})
  void whatIsLeftOutIsCountedWithItsSumWhereItBranchesOff(int most) throws DataFormatException {
    List<Table> tables = Tables.random(7, 400);
    FlameGraph graph = FlameGraph.ofChange("heap", tables.get(0), tables.get(1), 0);
    List<Node> all = read(graph, 1_000_000);
    List<Node> some = read(graph, most);
    List<Node> kept = some.stream().filter(node -> node.gathered() == 0).toList();

    assertThat(kept).hasSizeLessThanOrEqualTo(Math.max(1, most));
    assertThat(kept.size() + some.stream().mapToLong(Node::gathered).sum()).isEqualTo(all.size());
    Map<String, Sums> whole = paths(all);
    Map<String, Sums> part = paths(some);
    part.keySet().removeIf(path -> path.contains("[left out]"));
    assertThat(whole).containsAllEntriesOf(part);
  }

  @Test
  void callsThatChangedMostComeFirstAndSmallOnesLast() throws DataFormatException {
    Tables tables = new Tables().row("main", "small").row("main", "large").row("main", "shrinking");
    Table before = tables.of(10, 10, 5_000);
    Table after = tables.of(11, 9_000, 10);
    List<Node> nodes = read(FlameGraph.ofChange("heap", before, after, 0), 100);
    assertThat(nodes.stream().map(node -> node.function().name()))
        .containsExactly("", "main", "large", "shrinking", "small");
  }

  @Test
  void aDifferenceThatSomebodyTookAlreadyHasNoSizes() throws DataFormatException {
    Tables tables = new Tables().row("a").row("b");
    FlameGraph graph = FlameGraph.of("heap", tables.of(5, -3), 0);
    assertThat(graph.isOfChange()).isTrue();
    assertThat(graph.hasSizes()).isFalse();
    assertThat(paths(read(graph, 100)).get("")).isEqualTo(new Sums(5, 3, 0));
  }

  @Test
  void aStackOfThousandsOfCallsIsNoDeeperThanTheMachine() throws DataFormatException {
    String[] calls = new String[30_000];
    for (int i = 0; i < calls.length; i++) {
      calls[i] = "again" + i % 2;
    }
    Table table = new Tables().row(calls).of(1);
    assertThat(read(FlameGraph.of("heap", table, 0), 100_000)).hasSize(30_001);
    assertThat(HtmlReportTest.page(FlameGraph.of("heap", table, 0))).contains("again1");
  }

  @Test
  void nothingAtAllIsARootAlone() throws DataFormatException {
    assertThat(read(FlameGraph.of("heap", new Tables().row("a").of(0), 0), 100)).hasSize(1);
  }

  @Test
  void isWrittenAsItWas() throws IOException, DataFormatException {
    List<Table> tables = Tables.random(11, 12);
    FlameGraph graph = FlameGraph.ofChange("heap", tables.get(0), tables.get(1), 0);
    StringBuilder text = new StringBuilder();
    read(graph, 40).forEach(node -> text.append(node).append('\n'));
    Path file = GOLDEN.resolve("flame-block.txt");
    if (Boolean.getBoolean("tidemark.golden.update")) {
      Files.writeString(file, text);
    }
    assertThat(text.toString()).isEqualTo(Files.readString(file));
  }

  private static List<Node> read(FlameGraph graph, int most) throws DataFormatException {
    CallTree calls = CallTree.of(graph);
    DrawnTree drawn = DrawnTree.of(calls, most);
    return FlameBlockReader.read(FlameBlock.of(calls, drawn, FrameOwners.withoutHint()));
  }

  private static void addTree(
      Map<String, Sums> sums, String path, FlameTree.Node node, boolean isChange) {
    sums.merge(
        path,
        isChange ? new Sums(node.growth(), -node.shrinkage(), 0) : new Sums(0, 0, node.total()),
        Sums::plus);
    for (FlameTree.Node child : node.children()) {
      addTree(sums, path + ";" + child.function(), child, isChange);
    }
  }

  /** Sums by path, from nodes that have what is their own. */
  private static Map<String, Sums> paths(List<Node> nodes) {
    Map<String, Sums> sums = new TreeMap<>();
    String[] path = new String[nodes.size()];
    int[] parent = new int[nodes.size()];
    long[] left = new long[nodes.size()];
    int above = -1;
    for (int i = 0; i < path.length; i++) {
      while (above >= 0 && left[above] == 0) {
        above = parent[above];
      }
      if (above >= 0) {
        left[above]--;
      }
      Node node = nodes.get(i);
      String name = node.gathered() > 0 ? "[left out]" : node.function().name();
      path[i] = above < 0 ? "" : path[above] + ";" + name;
      parent[i] = above;
      left[i] = node.children();
      for (int j = i; j >= 0; j = parent[j]) {
        sums.merge(path[j], new Sums(node.growth(), node.shrinkage(), node.size()), Sums::plus);
      }
      above = i;
    }
    return sums;
  }
}
