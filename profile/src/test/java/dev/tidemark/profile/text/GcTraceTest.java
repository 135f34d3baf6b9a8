package dev.tidemark.profile.text;

import static dev.tidemark.profile.SampleFiles.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import dev.tidemark.profile.SampleFiles;
import java.util.List;
import org.junit.jupiter.api.Test;

class GcTraceTest {
  private static final long MIB = 1 << 20;

  private static List<GcTrace.Collection> read(String log) throws MalformedProfileException {
    return GcTrace.parse(bytes(log), Limits.DEFAULT).collections();
  }

  @Test
  void aRealLogHasItsCollectionsInOrder() throws MalformedProfileException {
    List<GcTrace.Collection> collections =
        GcTrace.parse(SampleFiles.read("gctrace.txt"), Limits.DEFAULT).collections();
    assertThat(collections)
        .extracting(GcTrace.Collection::number)
        .startsWith(1L, 2L, 3L)
        .isSorted();
    assertThat(collections.getFirst())
        .isEqualTo(
            new GcTrace.Collection(1, 0.0, 32, 3 * MIB, 4 * MIB, 3 * MIB, 4 * MIB, 0, 0, 2, false));
    assertThat(collections.getLast().forced()).isTrue();
    assertThat(collections.getLast().live()).isGreaterThan(280 * MIB);
  }

  @Test
  void prefixesOtherLinesAndOlderFormsAreNoObstacle() throws MalformedProfileException {
    List<GcTrace.Collection> collections =
        read(
            """
            scvg: 8 MB released
            2026-11-24T02:48:58.1Z stderr F gc 12 @3.100s 2%: 0.1+1.2+0.3 ms clock, 0.2+1/1.1/0.5+0.6 ms cpu, 4->5->2 MB, 5 MB goal, 1 MB stacks, 2 MB globals, 8 P (forced)
            gc 13 @4.0s 2%: 0.1+1.2+0.3 ms clock, 0.2+1/1.1/0.5+0.6 ms cpu, 40->50->20 MB, 50 MB goal, 8 P
            gc 14 @5.0s 2% (checking for goroutine leaks): 0.1 ms clock, 0.2 ms cpu, 1->2->3 MB, 4 MB goal, 8 P
            I have a gc 15 @home, 3 MB, in my pocket
            gc @x: 1->2->3 MB, 4 MB goal
            """);
    assertThat(collections)
        .containsExactly(
            new GcTrace.Collection(
                12, 3.1, 2, 4 * MIB, 5 * MIB, 2 * MIB, 5 * MIB, MIB, 2 * MIB, 8, true),
            new GcTrace.Collection(
                13, 4.0, 2, 40 * MIB, 50 * MIB, 20 * MIB, 50 * MIB, -1, -1, 8, false),
            new GcTrace.Collection(14, 5.0, 2, MIB, 2 * MIB, 3 * MIB, 4 * MIB, -1, -1, 8, false));
  }

  @Test
  void aLogWithoutCollectionsIsSaidToBeNone() {
    assertThatThrownBy(() -> read("hello\n"))
        .isInstanceOf(MalformedProfileException.class)
        .hasMessage("byte 0: no line \"gc N @…s\": not a gctrace log");
  }
}
