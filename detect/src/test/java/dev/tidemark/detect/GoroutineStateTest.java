package dev.tidemark.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.profile.Frame;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoroutineStateTest {
  private static final List<Frame> FETCH = List.of(new Frame("shop/quote.Fetch", "a.go", 3));
  private static final List<Frame> ASK = List.of(new Frame("shop/quote.Ask", "a.go", 9));

  @Test
  void theLargerPartSaysWhoCreatedThem() {
    GoroutineState many = new GoroutineState(9, "chan send", 1, FETCH);
    GoroutineState few = new GoroutineState(2, "chan send", 3, ASK);
    assertThat(many.plus(few)).isEqualTo(new GoroutineState(11, "chan send", 3, FETCH));
    assertThat(few.plus(many)).isEqualTo(new GoroutineState(11, "chan send", 3, FETCH));
  }

  @Test
  void aPartThatKnowsIsBelievedOverALargerOneThatDoesNot() {
    GoroutineState many = new GoroutineState(9, "", 0, List.of());
    GoroutineState few = new GoroutineState(2, "select", 0, ASK);
    assertThat(many.plus(few)).isEqualTo(new GoroutineState(11, "select", 0, ASK));
    assertThat(few.plus(many)).isEqualTo(new GoroutineState(11, "select", 0, ASK));
  }

  @Test
  void aSuspectIsCreatedByWhatTheLastDumpSays() {
    GoroutineGroup group = new GoroutineGroup(FETCH);
    GoroutineHistory history =
        GoroutineHistory.of(
            List.of(
                at(0, false, group, List.of()),
                at(1, true, group, ASK),
                at(60_000, false, group, List.of())));
    assertThat(history.ranked(stack -> new Site(stack.getFirst(), Site.Choice.OWN)).getFirst())
        .extracting(GoroutineSuspect::createdBy)
        .isEqualTo(ASK);
  }

  private static GoroutineObservation at(
      long timeMillis, boolean isDump, GoroutineGroup group, List<Frame> createdBy) {
    return new GoroutineObservation(
        timeMillis, isDump, Map.of(group, new GoroutineState(5, "chan send", 0, createdBy)));
  }
}
