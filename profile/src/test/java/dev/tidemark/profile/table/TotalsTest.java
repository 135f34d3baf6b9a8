package dev.tidemark.profile.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.profile.Profile;
import dev.tidemark.profile.Profiles;
import org.junit.jupiter.api.Test;

class TotalsTest {
  @Test
  void aFunctionThatCallsItselfIsCountedOnceForEachStack() {
    Profile profile = Profiles.heap().stack("main;walk;walk;visit;walk", 10).build();
    assertThat(totals(profile, Grouping.FUNCTION))
        .hasToString(
            "Totals[entries=["
                + "Entry[name=walk, flat=10, cumulative=10, growth=10, shrinkage=0], "
                + "Entry[name=main, flat=0, cumulative=10, growth=0, shrinkage=0], "
                + "Entry[name=visit, flat=0, cumulative=10, growth=0, shrinkage=0]], total=10]");
  }

  @Test
  void growthAndShrinkageAreKeptApart() {
    Dictionary dictionary = new Dictionary();
    Table before =
        dictionary.add(
            Profiles.heap().stack("main;a;f", 100).stack("main;b;f", 10).stack("g", 5).build());
    Table after =
        dictionary.add(Profiles.heap().stack("main;a;f", 40).stack("main;b;f", 70).build());
    Totals totals = Totals.of(after.minus(before), 0, Grouping.FUNCTION);
    assertThat(totals.total()).isEqualTo(-5);
    assertThat(totals.entries())
        .contains(new Totals.Entry("f", 0, 0, 60, -60), new Totals.Entry("g", -5, -5, 0, -5));
  }

  @Test
  void theLargestMagnitudeComesFirstWhateverItsSign() {
    Profile profile = Profiles.heap().stack("a", 1).stack("b", -9).stack("c", 5).build();
    assertThat(totals(profile, Grouping.FUNCTION).entries())
        .extracting(Totals.Entry::name)
        .containsExactly("b", "c", "a");
  }

  @Test
  void linesFilesAndPackagesAreGroupsToo() {
    Profile profile =
        Profiles.heap()
            .stack("example.com/shop/v2.(*Page).Cache[go.shape.int]@3", 1)
            .stack("example.com/shop/v2.(*Page).Cache[go.shape.int]@4", 2)
            .stack("gopkg.in/yaml%2ev3.Unmarshal", 4)
            .stack("main.main.func1", 8)
            .stack("cgo_symbol", 16)
            .build();
    assertThat(totals(profile, Grouping.PACKAGE).entries())
        .extracting(Totals.Entry::name)
        .containsExactly("cgo_symbol", "main", "gopkg.in/yaml.v3", "example.com/shop/v2");
    assertThat(totals(profile, Grouping.LINE).entries()).hasSize(5);
    assertThat(totals(profile, Grouping.FILE).entries()).hasSize(4);
  }

  private static Totals totals(Profile profile, Grouping grouping) {
    return Totals.of(Table.of(profile), 0, grouping);
  }
}
