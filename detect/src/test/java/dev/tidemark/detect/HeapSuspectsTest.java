package dev.tidemark.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.profile.Frame;
import dev.tidemark.profile.Label;
import dev.tidemark.profile.ProfileBuilder;
import dev.tidemark.profile.ProfileHeader;
import dev.tidemark.profile.ValueType;
import dev.tidemark.profile.frame.FrameOwners;
import dev.tidemark.profile.table.Dictionary;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeapSuspectsTest {
  private static final ProfileHeader HEAP =
      ProfileHeader.of(
              List.of(
                  new ValueType("alloc_objects", "count"),
                  new ValueType("alloc_space", "bytes"),
                  new ValueType("inuse_objects", "count"),
                  new ValueType("inuse_space", "bytes")))
          .withPeriod(new ValueType("space", "bytes"), 512 * 1024);
  private static final int MIB = 1 << 20;

  private final Dictionary dictionary = new Dictionary();
  private final List<HeapObservation> observations = new ArrayList<>();

  @Test
  void theSiteThatClimbsStandsBeforeTheOneThatIsLarge() {
    for (int i = 0; i < 10; i++) {
      observe(i, row("shop/cache.Load", i * 4), row("shop/index.Build", 100));
    }
    List<HeapSuspect> ranked = ranked();
    assertThat(ranked.getFirst().site().frame().function()).isEqualTo("shop/cache.Load");
    assertThat(ranked.getFirst().bytes().growth().isCertain()).isTrue();
    assertThat(ranked.get(1).bytes().growth().isCertain()).isFalse();
  }

  @Test
  void aFewSamplesAreNoCertainGrowth() {
    for (int i = 0; i < 10; i++) {
      observe(i, row("shop/cache.Load", i < 5 ? 0 : 1), row("shop/index.Build", 8));
    }
    assertThat(ranked()).noneMatch(suspect -> suspect.bytes().growth().isCertain());
  }

  @Test
  void memoryOfBeingWatchedRanksLast() {
    for (int i = 0; i < 10; i++) {
      observe(
          i,
          row("compress/flate.NewWriter", i * 4, "net/http/pprof.handler.ServeHTTP"),
          row("shop/index.Build", 8 + i % 2));
    }
    assertThat(ranked().getLast().site().choice()).isEqualTo(Site.Choice.OBSERVER);
  }

  @Test
  void profilesOfOneCollectionAreOneObservation() {
    for (int i = 0; i < 10; i++) {
      observe(i, row("shop/cache.Load", i / 5));
    }
    assertThat(HeapHistory.of(observations).count()).isEqualTo(2);
    assertThat(HeapHistory.of(observations).seen()).isEqualTo(10);
  }

  @Test
  void nothingObservedMeansNoSuspects() {
    assertThat(ranked()).isEmpty();
  }

  private record Row(List<Frame> stack, long objects) {}

  private static Row row(String function, long objects, String... callers) {
    List<Frame> stack = new ArrayList<>();
    stack.add(new Frame(function, "x.go", 7));
    for (String caller : callers) {
      stack.add(new Frame(caller, "y.go", 9));
    }
    stack.add(new Frame("runtime.main", "proc.go", 1));
    return new Row(stack, objects);
  }

  private void observe(int minute, Row... rows) {
    ProfileBuilder builder = new ProfileBuilder(HEAP);
    for (Row row : rows) {
      builder.sample(
          row.stack,
          List.of(new Label.Number("bytes", MIB, "bytes")),
          row.objects * 2,
          row.objects * 2 * MIB,
          row.objects,
          row.objects * MIB);
    }
    observations.add(new HeapObservation(minute * 60_000L, dictionary.add(builder.build())));
  }

  private List<HeapSuspect> ranked() {
    return new HeapSuspects(HeapHistory.of(observations), new Sites(FrameOwners.withoutHint()))
        .ranked();
  }
}
