package dev.tidemark.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LimitsTest {
  @Test
  void aSmallHeapBelievesLess() {
    Limits small = Limits.forHeap(64L << 20);
    assertThat(small.inflatedBytes()).isEqualTo(16L << 20);
    assertThat(small.tableEntries()).isEqualTo((16 << 20) / 32);
    assertThat(small.stackDepth()).isEqualTo(Limits.DEFAULT.stackDepth());
  }

  @Test
  void noHeapIsTooSmallForAnOrdinaryProfile() {
    assertThat(Limits.forHeap(1).inflatedBytes()).isEqualTo(8L << 20);
  }

  @Test
  void aLargeHeapBelievesNoMoreThanTheDefault() {
    assertThat(Limits.forHeap(1L << 40)).isEqualTo(Limits.DEFAULT);
  }

  @Test
  void aLimitOfNothingIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Limits(1, 1, 0, 1))
        .withMessage("limits are positive");
  }
}
