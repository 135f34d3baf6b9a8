package dev.tidemark.detect.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlocksTest {
  private static final long BLOCK = 300_000;

  @Test
  void aShortPeakIsNotInTheEnvelope() {
    Blocks blocks = new Blocks();
    for (int i = 0; i < 20; i++) {
      blocks.add(i * BLOCK, i == 10 ? 9 : 1, 9);
    }
    for (int i = Blocks.ENVELOPE - 1; i < 20; i++) {
      assertThat(blocks.envelope(i)).isEqualTo(1);
    }
  }

  @Test
  void whatFallsOffTheTwoDaysStaysAsAHighWaterMark() {
    Blocks blocks = new Blocks();
    for (int i = 0; i < 1000; i++) {
      blocks.add(i * BLOCK, i >= 100 && i < 120 ? 5 : 1, 9);
    }
    assertThat(blocks.count()).isLessThanOrEqualTo(Blocks.MOST);
    assertThat(blocks.startMillis(blocks.count() - 1)).isEqualTo(999 * BLOCK);
    assertThat(blocks.older().highest()).isEqualTo(5);
    assertThat(blocks.older().lowest).isEqualTo(1);
    assertThat(blocks.older().largestRise).isEqualTo(4);
  }

  @Test
  void everyBlockIsFoldedOnce() {
    for (int peak = Blocks.ENVELOPE; peak < 400; peak++) {
      Blocks blocks = new Blocks();
      for (int i = 0; i < 1500; i++) {
        blocks.add(i * BLOCK, i > peak - Blocks.ENVELOPE && i <= peak ? 5 : 1, 9);
      }
      assertThat(blocks.older().highest()).as("peak at %d", peak).isEqualTo(5);
    }
  }

  @Test
  void aPeakOfTheWeekBeforeIsForgotten() {
    HighWater older = new HighWater();
    long day = 24 * 3_600_000L;
    older.add(day, 9);
    for (int i = 2; i < 8; i++) {
      older.add(i * day, 3);
      assertThat(older.highest()).isEqualTo(9);
    }
    older.add(8 * day, 3);
    assertThat(older.highest()).isEqualTo(3);
    older.add(80 * day, 2);
    assertThat(older.highest()).isEqualTo(2);
  }
}
