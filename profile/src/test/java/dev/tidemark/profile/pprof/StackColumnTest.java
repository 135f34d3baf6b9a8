package dev.tidemark.profile.pprof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.profile.MalformedProfileException;
import dev.tidemark.profile.Samples;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stacks of ids of all lengths, at all places of a word, are the numbers that were written. */
class StackColumnTest {
  private static final int SAMPLES = 400;

  /** Ids of one byte only, of one and two, and of up to three. */
  @ParameterizedTest
  @ValueSource(ints = {120, 2_000, 20_000})
  void idsOfAnyLengthAreReadAsWritten(int locations) throws MalformedProfileException {
    Random random = new Random(locations);
    long[][] stacks = new long[SAMPLES][];
    for (int sample = 0; sample < SAMPLES; sample++) {
      int depth = sample % 50 + (sample == 300 ? 900 : 0);
      stacks[sample] = random.longs(depth, 1, locations + 1L).toArray();
      for (int i = 0; i < depth; i += 2) {
        stacks[sample][i] = 1 + random.nextInt(Math.min(locations, 127));
      }
    }
    assertThat(read(locations, stacks)).isDeepEqualTo(stacks);
  }

  @Test
  void aFirstStackThatIsFarDeeperThanTheOthersCostsNoMoreThanItsBytes()
      throws MalformedProfileException {
    long[][] stacks = new long[SAMPLES][1];
    stacks[0] = new long[50_000];
    for (long[] stack : stacks) {
      Arrays.fill(stack, 1);
    }
    long before = Allocation.bytes();
    assertThat(read(1, stacks)[0]).hasSize(50_000);
    assertThat(Allocation.bytes() - before).isLessThan(4 << 20);
  }

  private static long[][] read(int locations, long[][] stacks) throws MalformedProfileException {
    Wired profile = Wired.profile();
    for (long[] stack : stacks) {
      profile.message(
          Field.SAMPLE,
          new Wired()
              .packed(Field.SAMPLE_LOCATIONS_PACKED, stack)
              .packed(Field.SAMPLE_VALUES_PACKED, 1));
    }
    for (int id = 1; id <= locations; id++) {
      profile.message(Field.LOCATION, new Wired().number(Field.LOCATION_ID, id));
    }
    Samples samples = profile.read().samples();
    long[][] read = new long[samples.count()][];
    for (int sample = 0; sample < read.length; sample++) {
      read[sample] =
          Arrays.stream(
                  samples.location(),
                  samples.firstLocation()[sample],
                  samples.firstLocation()[sample + 1])
              .mapToLong(index -> index + 1)
              .toArray();
    }
    return read;
  }
}
