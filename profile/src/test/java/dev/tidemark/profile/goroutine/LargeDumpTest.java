package dev.tidemark.profile.goroutine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import org.junit.jupiter.api.Test;

class LargeDumpTest {
  /** The surefire heap is 512 MB; in 64 MiB more than the input the columns and tables must fit. */
  @Test
  void sixtyFourMebibytesAreReadAndSaidToBeCut() throws MalformedProfileException {
    byte[] bytes = DumpGenerator.dump(64 << 20);
    GoroutineDump dump = GoroutineDump.parse(bytes, Limits.forHeap(512 << 20));
    assertThat(dump.count()).isGreaterThan(60_000);
    assertThat(dump.notes().cut()).isTrue();
    assertThat(dump.groups()).hasSizeBetween(200, 302);
    assertThat(dump.stacks().frames()).hasSizeLessThan(5_000);
    assertThat(dump.has(dump.count() - 1, GoroutineMark.CUT)).isTrue();
  }
}
