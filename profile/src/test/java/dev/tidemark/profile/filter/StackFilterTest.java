package dev.tidemark.profile.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.profile.Profile;
import dev.tidemark.profile.Profiles;
import dev.tidemark.profile.flame.FlameTree;
import dev.tidemark.profile.table.Table;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;

class StackFilterTest {
  private static final Profile PROFILE =
      Profiles.heap().stack("main;http;f", 1).stack("main;gin;f", 2).stack("", 4).build();

  @Test
  void noFilterLeavesAllEvenSamplesWithoutAStack() {
    assertThat(StackFilter.NONE.apply(PROFILE)).isSameAs(PROFILE);
  }

  @Test
  void anyFilterDropsSamplesWithoutAStackAsPprofDoes() {
    assertThat(kept("", "nothing", "", "")).isEqualTo("main;gin;f 2\nmain;http;f 1\n");
  }

  @Test
  void focusKeepsAndIgnoreDropsWhateverFocusSays() {
    assertThat(kept("http", "", "", "")).isEqualTo("main;http;f 1\n");
    assertThat(kept("main", "gin", "", "")).isEqualTo("main;http;f 1\n");
    assertThat(kept("gin", "main", "", "")).isEmpty();
  }

  @Test
  void filesAreNamesToo() {
    assertThat(kept("^gin\\.go$", "", "", "")).isEqualTo("main;gin;f 2\n");
  }

  @Test
  void hiddenFramesGoAndTheSampleStays() {
    assertThat(kept("", "", "^f$|^f\\.go$", "")).isEqualTo("main;gin 2\nmain;http 1\n");
    assertThat(kept("", "", "http|gin", "")).isEqualTo("main;f 3\n");
  }

  @Test
  void aSampleOfHiddenFramesOnlyGoes() {
    assertThat(kept("", "", "main|f|http", "")).isEqualTo("gin 2\n");
  }

  @Test
  void onlyShownFramesStay() {
    assertThat(kept("", "", "", "http|gin")).isEqualTo("gin 2\nhttp 1\n");
    assertThat(kept("", "", "gin", "http|gin")).isEqualTo("http 1\n");
  }

  @Test
  void aBrokenPatternIsSaid() {
    assertThatThrownBy(() -> kept("(", "", "", "")).isInstanceOf(PatternSyntaxException.class);
  }

  private static String kept(String focus, String ignore, String hide, String show) {
    Profile filtered = new StackFilter(focus, ignore, hide, show).apply(PROFILE);
    return FlameTree.collapsed(Table.of(filtered), 0);
  }
}
