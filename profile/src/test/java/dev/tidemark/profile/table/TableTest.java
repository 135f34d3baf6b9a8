package dev.tidemark.profile.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tidemark.profile.Label;
import dev.tidemark.profile.Profile;
import dev.tidemark.profile.ProfileHeader;
import dev.tidemark.profile.Profiles;
import dev.tidemark.profile.ValueType;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private final Dictionary dictionary = new Dictionary();

  @Test
  void equalStacksOfDifferentProfilesAreOneRow() {
    Table first = dictionary.add(Profiles.heap().stack("main;f", 1).stack("main;g", 2).build());
    Table second = dictionary.add(Profiles.heap().stack("main;g", 3).stack("main;h", 4).build());
    assertThat(dictionary.rows()).isEqualTo(3);
    assertThat(Table.sum(List.of(first, second)).values()[0]).containsExactly(1, 5, 4);
    assertThat(second.minus(first).values()[0]).containsExactly(-1, 1, 4);
  }

  @Test
  void aTableThatGrewBehindAnEarlierOneIsStillComparedWhole() {
    Table early = dictionary.add(Profiles.heap().stack("main;f", 1).build());
    Table late = dictionary.add(Profiles.heap().stack("main;g", 2).build());
    assertThat(early.minus(late).values()[0]).containsExactly(1, -2);
    assertThat(early.value(0, 1)).isZero();
    assertThat(early.sameValues(late)).isFalse();
    assertThat(early.sameValues(Table.sum(List.of(early)))).isTrue();
  }

  @Test
  void stacksOfDifferentLabelsAreDifferentRows() {
    Label north = new Label.Text("tenant", "north");
    Profile profile =
        Profiles.heap().stack("main", 1).stack("main", List.of(north), 2).stack("main", 4).build();
    Table table = dictionary.add(profile);
    assertThat(table.values()[0]).containsExactly(5, 2);
    assertThat(dictionary.labelSetAt(dictionary.rowLabelSet(1))).containsExactly(north);
    assertThat(dictionary.stacks()).isEqualTo(1);
  }

  @Test
  void scalingRoundsToTheNearest() {
    Table table = dictionary.add(Profiles.heap().stack("a", 3).stack("b", -3).build());
    assertThat(table.scale(0.5).values()[0]).containsExactly(2, -1);
  }

  @Test
  void aTableGoesBackToAProfileWithoutItsZeros() {
    Profile profile = Profiles.heap().stack("main;f", 1).stack("main;g", 0).build();
    Profile back = TableProfile.of(dictionary.add(profile));
    assertThat(back.samples().count()).isEqualTo(1);
    assertThat(dictionary.add(back).total(0)).isEqualTo(1);
    assertThat(dictionary.rows()).isEqualTo(2);
  }

  @Test
  void onlyTheSameIsCompared() {
    Table table = dictionary.add(Profiles.heap().stack("main", 1).build());
    Table stranger = Table.of(Profiles.heap().stack("main", 1).build());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.minus(stranger))
        .withMessage("tables over different dictionaries");
    ProfileHeader cpu = ProfileHeader.of(List.of(new ValueType("cpu", "nanoseconds")));
    Table other = dictionary.add(Profiles.of(cpu).stack("main", 1).build());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.minus(other))
        .withMessage(
            "profiles of different value types: [inuse_space/bytes] and [cpu/nanoseconds]");
  }

  @Test
  void manyStacksAreFoundAgain() {
    Profiles profiles = Profiles.heap();
    for (int i = 0; i < 5000; i++) {
      profiles.stack("main;f@" + i + ";g@" + i % 7, 1);
    }
    Profile profile = profiles.build();
    dictionary.add(profile);
    dictionary.add(profile);
    assertThat(dictionary.stacks()).isEqualTo(5000);
    assertThat(dictionary.framesOf(4999)).isEqualTo(Profiles.frames("main;f@4999;g@1"));
  }
}
