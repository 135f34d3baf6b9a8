package dev.tidemark.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.detect.GoroutineGroup;
import dev.tidemark.detect.GoroutineSuspect;
import dev.tidemark.detect.Points;
import dev.tidemark.detect.Sites;
import dev.tidemark.profile.Frame;
import dev.tidemark.profile.frame.FrameOwners;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HintsTest {
  private static final String SERVE = "net/http.(*conn).serve";

  @Test
  void aLockThatRequestsWaitForIsContention() {
    assertThat(Hints.of(goroutines("sync.Mutex.Lock", 0, 10, "shop/stock.Count", SERVE)))
        .isEqualTo(
            "waiting: sync.Mutex.Lock;"
                + " requests wait for each other here: contention among handlers");
    assertThat(Hints.of(goroutines("semacquire", 0, 10, "shop/stock.Count", SERVE)))
        .endsWith("contention among handlers");
  }

  @Test
  void aHandlerThatWaitsForAChannelKeepsItsRequestOpen() {
    assertThat(
            Hints.of(
                goroutines(
                    "chan receive",
                    3,
                    10,
                    "shop/a.Wait",
                    "github.com/gin-gonic/gin.(*Context).Next")))
        .isEqualTo(
            "waiting: chan receive, up to 3 min; a handler waits for a channel, and its request"
                + " stays open as long: look at who sends");
  }

  @Test
  void aWorkerThatWaitsIsNoHandler() {
    assertThat(Hints.of(goroutines("chan receive", 0, 10, "shop/a.work")))
        .isEqualTo("waiting: chan receive");
  }

  @Test
  void manyThatDoNotGrowAreAtRest() {
    assertThat(GoroutinesAtRest.of(List.of(goroutines("chan receive", 0, 500, "shop/a.work"))))
        .hasValueSatisfying(observation ->
            assertThat(observation.text())
                .startsWith("hint: 500 → 500 goroutines stand at shop/a.work a.go:7")
                .endsWith("do not grow: a pool, or what an earlier leak left"));
  }

  @Test
  void fewAreNotWorthTelling() {
    assertThat(GoroutinesAtRest.of(List.of(goroutines("chan receive", 0, 150, "shop/a.work"))))
        .isEmpty();
  }

  private static GoroutineSuspect goroutines(
      String waitsFor, int minutes, int count, String... functions) {
    List<Frame> stack = new ArrayList<>();
    for (String function : functions) {
      stack.add(new Frame(function, "a.go", 7));
    }
    Points points = new Points(new long[] {0, 60_000, 120_000}, new double[] {count, count, count});
    return new GoroutineSuspect(
        new GoroutineGroup(stack),
        new Sites(FrameOwners.withoutHint()).apply(stack),
        points.trend(0, 1),
        points.trend(0.5, 1),
        points,
        waitsFor,
        minutes,
        List.of());
  }
}
