package dev.tidemark.diagnose.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.detect.GoroutineGroup;
import dev.tidemark.detect.GoroutineHistory;
import dev.tidemark.detect.GoroutineObservation;
import dev.tidemark.detect.GoroutineState;
import dev.tidemark.detect.Points;
import dev.tidemark.detect.Sites;
import dev.tidemark.profile.Frame;
import dev.tidemark.profile.frame.FrameOwners;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaitsTest {
  private static final Sites SITES = new Sites(FrameOwners.withoutHint());
  private static final GoroutineGroup GROUP =
      new GoroutineGroup(List.of(new Frame("shop/track.Follow", "a.go", 7)));
  private static final long[] EVERY_TEN_SECONDS = {10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110};

  @Test
  void goroutinesOlderThanTheirWaitWakeAgain() {
    assertThat(wakesAgain(0, EVERY_TEN_SECONDS, 5, 10, 15, 20)).isTrue();
  }

  @Test
  void thoseThatWaitForLongDoNot() {
    assertThat(wakesAgain(1, EVERY_TEN_SECONDS, 5, 10, 15, 20)).isFalse();
  }

  @Test
  void withoutACollectionNoWaitIsTimed() {
    assertThat(wakesAgain(0, new long[] {100, 110}, 5, 10, 15, 20)).isFalse();
    assertThat(wakesAgain(0, new long[] {}, 5, 10, 15, 20)).isFalse();
  }

  @Test
  void thoseThatCameLatelyMayWaitForTheFirstTime() {
    assertThat(wakesAgain(0, EVERY_TEN_SECONDS, 0, 0, 15, 20)).isFalse();
  }

  @Test
  void aGroupThatShrinksAtTimesIsNotOneOfEndlessGoroutines() {
    assertThat(wakesAgain(0, EVERY_TEN_SECONDS, 5, 10, 15, 14)).isFalse();
  }

  /** Counts every 40 seconds from 0 on, a dump at 121 seconds. */
  private static boolean wakesAgain(int minutes, long[] collectionSeconds, long... counts) {
    List<GoroutineObservation> observations = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      GoroutineState state = new GoroutineState(counts[i], "select", 0, List.of());
      observations.add(new GoroutineObservation(i * 40_000L, false, Map.of(GROUP, state)));
    }
    GoroutineState dumped = new GoroutineState(20, "select", minutes, List.of());
    observations.add(new GoroutineObservation(121_000, true, Map.of(GROUP, dumped)));
    GoroutineHistory history = GoroutineHistory.of(observations);
    long[] collections = new long[collectionSeconds.length];
    for (int i = 0; i < collections.length; i++) {
      collections[i] = collectionSeconds[i] * 1000;
    }
    return new Waits(
            history.observations(), new Points(collections, new double[collections.length]))
        .wakesAgain(history.ranked(SITES).getFirst());
  }
}
