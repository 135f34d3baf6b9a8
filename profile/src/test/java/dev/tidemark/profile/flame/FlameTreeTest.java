package dev.tidemark.profile.flame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.profile.Profile;
import dev.tidemark.profile.Profiles;
import dev.tidemark.profile.oracle.CaptureFiles;
import dev.tidemark.profile.table.Dictionary;
import dev.tidemark.profile.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FlameTreeTest {
  @Test
  void aNodeHoldsWhatEndsInItAndBelow() {
    Profile profile =
        Profiles.heap().stack("main;f", 1).stack("main;f;g", 2).stack("main;h", 4).build();
    assertThat(drawn(Table.of(profile)))
        .isEqualTo(
            """
            root 7 self 0
              main 7 self 0
                h 4 self 4
                f 3 self 1
                  g 2 self 2
            """);
  }

  @Test
  void recursionIsDrawnAsItWasCalled() {
    assertThat(drawn(Table.of(Profiles.heap().stack("walk;walk", 3).build())))
        .isEqualTo("root 3 self 0\n  walk 3 self 0\n    walk 3 self 3\n");
  }

  @Test
  void aNodeWhoseCallersCancelOutDoesNotLookStill() {
    Dictionary dictionary = new Dictionary();
    Table before = dictionary.add(Profiles.heap().stack("main;f;a", 9).build());
    Table after = dictionary.add(Profiles.heap().stack("main;f;b", 9).build());
    FlameTree.Node main = FlameTree.of(after.minus(before), 0).root().children().getFirst();
    assertThat(main.total()).isZero();
    assertThat(main.growth()).isEqualTo(9);
    assertThat(main.shrinkage()).isEqualTo(-9);
  }

  @Test
  void collapsedStacksAreAddedUpByFunctionAndSorted() {
    Profile profile =
        Profiles.heap()
            .stack("main;f@1", 1)
            .stack("main;f@2", 2)
            .stack("main;a", 5)
            .stack("main;gone", 5)
            .stack("main;gone@7", -5)
            .stack("init;other", 4)
            .build();
    assertThat(FlameTree.collapsed(Table.of(profile), 0))
        .isEqualTo("init;other 4\nmain;a 5\nmain;f 3\n");
  }

  @Test
  void collapsedCaptureIsTheGoldenOne() throws IOException {
    Path golden = Path.of("src", "test", "resources", "golden", "collapsed-block.txt");
    Profile profile = CaptureFiles.read(CaptureFiles.format("shapes-block.pb.gz"));
    String collapsed = FlameTree.collapsed(Table.of(profile), 0);
    if (Boolean.getBoolean("tidemark.golden.update")) {
      Files.writeString(golden, collapsed);
    }
    assertThat(collapsed).isEqualTo(Files.readString(golden));
  }

  private static String drawn(Table table) {
    StringBuilder text = new StringBuilder();
    draw(FlameTree.of(table, 0).root(), 0, text);
    return text.toString();
  }

  private static void draw(FlameTree.Node node, int depth, StringBuilder text) {
    text.append("  ".repeat(depth)).append(node.function()).append(' ').append(node.total());
    text.append(" self ").append(node.self()).append('\n');
    node.children().forEach(child -> draw(child, depth + 1, text));
  }
}
