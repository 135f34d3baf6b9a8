package dev.tidemark.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tidemark.profile.table.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileBuilderTest {
  @Test
  void equalFramesAreOneLocationAndLinesOfAFunctionOneFunction() {
    Profile profile =
        Profiles.heap().stack("main;f@1", 1).stack("main;f@2", 2).stack("main;f@1;g", 3).build();
    assertThat(profile.locations().count()).isEqualTo(4);
    assertThat(profile.functions().name()).containsExactly("f", "main", "g");
  }

  @Test
  void manySamplesFindRoom() {
    Profiles profiles = Profiles.heap();
    for (int i = 1; i <= 1000; i++) {
      profiles.stack("main;f@" + i + ";g", List.of(new Label.Number("n", i % 10, "")), i);
    }
    Profile profile = profiles.build();
    assertThat(profile.samples().count()).isEqualTo(1000);
    assertThat(profile.samples().total(0)).isEqualTo(500_500);
    assertThat(profile.labelSets()).hasSize(11);
  }

  @Test
  void aStackMayBeEmpty() {
    Profile profile = Profiles.heap().stack("", 4).stack("main", 1).build();
    assertThat(Table.of(profile).total(0)).isEqualTo(5);
    assertThat(profile.samples().firstLocation()).containsExactly(0, 0, 1);
  }

  @Test
  void aSampleHasAValueForEachType() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Profiles.heap().stack("main", 1, 2))
        .withMessage("a value for each value type");
  }
}
