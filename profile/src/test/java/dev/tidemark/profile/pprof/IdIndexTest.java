package dev.tidemark.profile.pprof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdIndexTest {
  @Test
  void idsInGosOrderNeedNoTable() {
    IdIndex index = IdIndex.of(new long[] {1, 2, 3});
    assertThat(index.isInOrder()).isTrue();
    assertThat(index.index(3)).isEqualTo(2);
    assertThat(index.index(0)).isEqualTo(IdIndex.NONE);
    assertThat(index.index(4)).isEqualTo(IdIndex.NONE);
    assertThat(index.index(-1)).isEqualTo(IdIndex.NONE);
    assertThat(index.duplicate()).isEqualTo(IdIndex.NONE);
  }

  @Test
  void noIdsAtAllHoldNothing() {
    IdIndex index = IdIndex.of(new long[0]);
    assertThat(index.index(1)).isEqualTo(IdIndex.NONE);
    assertThat(index.duplicate()).isEqualTo(IdIndex.NONE);
  }

  @Test
  void sparseAndHugeIdsAreFound() {
    long[] ids = {7, Long.MIN_VALUE, 1L << 40, -1, Long.MAX_VALUE, 2};
    IdIndex index = IdIndex.of(ids);
    assertThat(index.isInOrder()).isFalse();
    for (int i = 0; i < ids.length; i++) {
      assertThat(index.index(ids[i])).isEqualTo(i);
    }
    assertThat(index.index(3)).isEqualTo(IdIndex.NONE);
    assertThat(index.duplicate()).isEqualTo(IdIndex.NONE);
  }

  @Test
  void theSecondOfEqualIdsIsTheDuplicate() {
    assertThat(IdIndex.of(new long[] {5, 9, 6, 9}).duplicate()).isEqualTo(3);
    assertThat(IdIndex.of(new long[] {1, 2, 2}).duplicate()).isEqualTo(2);
  }

  @Test
  void zeroIsNoId() {
    assertThat(IdIndex.of(new long[] {3, 0}).duplicate()).isEqualTo(1);
  }
}
