package dev.tidemark.profile.pprof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What a person reads when a profile is broken: where, what, and how much there is. */
class PprofErrorTest {
  private static final Limits FEW = new Limits(1 << 20, 1 << 20, 500, 20);

  @Test
  void aMissingLocation() {
    assertThat(
            Wired.profile()
                .message(Field.SAMPLE, sample(1))
                .message(Field.LOCATION, new Wired().number(Field.LOCATION_ID, 1))
                .message(Field.SAMPLE, sample(9941))
                .problem())
        .isEqualTo("byte 44: sample 2 names location 9,941; the profile has 1");
    assertThat(Wired.profile().message(Field.SAMPLE, sample(-1)).problem())
        .isEqualTo("byte 32: sample 1 names location 18446744073709551615; the profile has 0");
  }

  @Test
  void aMissingFunctionMappingOrString() {
    assertThat(
            Wired.profile()
                .message(
                    Field.LOCATION,
                    new Wired()
                        .number(Field.LOCATION_ID, 1)
                        .message(Field.LOCATION_LINE, new Wired().number(Field.LINE_FUNCTION, 7)))
                .problem())
        .isEqualTo("byte 30: location 1 names function 7; the profile has 0");
    assertThat(
            Wired.profile()
                .message(
                    Field.LOCATION,
                    new Wired().number(Field.LOCATION_ID, 1).number(Field.LOCATION_MAPPING, 3))
                .problem())
        .isEqualTo("byte 30: location 1 names mapping 3; the profile has 0");
    assertThat(Wired.profile().number(Field.DEFAULT_SAMPLE_TYPE, 12).problem())
        .isEqualTo("byte 29: names string 12; the profile has 3");
  }

  @Test
  void anIdGivenTwiceOrNotAtAll() {
    Wired one = new Wired().number(Field.LOCATION_ID, 5);
    assertThat(Wired.profile().message(Field.LOCATION, one).message(Field.LOCATION, one).problem())
        .isEqualTo("byte 0: location 2 has the id 5, which is taken");
    assertThat(Wired.profile().message(Field.FUNCTION, new Wired()).problem())
        .isEqualTo("byte 0: function 1 has the id 0, which is not allowed");
  }

  @Test
  void valuesThatAreNotOneForEachType() {
    assertThat(Wired.profile().message(Field.SAMPLE, new Wired()).problem())
        .isEqualTo("byte 30: sample 1 has 0 values; the profile has 1 value types");
    assertThat(
            Wired.profile()
                .message(Field.SAMPLE, new Wired().packed(Field.SAMPLE_VALUES_PACKED, 1, 2))
                .problem())
        .isEqualTo("byte 33: sample 1 has more values than the profile's 1 value types");
  }

  @Test
  void whatIsNoProfileAtAll() {
    assertThat(new Wired().problem()).isEqualTo("byte 0: empty: not a profile");
    assertThat(new Wired().text(Field.STRING, "").problem())
        .isEqualTo("byte 0: no value types: not a profile");
    assertThat(
            new Wired().text(Field.STRING, "x").message(Field.SAMPLE_TYPE, new Wired()).problem())
        .isEqualTo("byte 2: the first string is not the empty one");
    assertThat(new Wired().number(4, 1).problem()).isEqualTo("byte 0: not a field of a profile");
    assertThat(Wired.profile().number(9 << 3 | 3, 1).problem())
        .isEqualTo("byte 29: unknown wire type 3");
  }

  @Test
  void whatIsCut() {
    byte[] whole = Wired.profile().number(Field.TIME_NANOS, 1L << 60).bytes();
    assertThat(problem(whole, whole.length - 1)).isEqualTo("byte 29: ends inside a number");
    assertThat(problem(whole, 25)).isEqualTo("byte 22: a field of 5 bytes where 2 are left");
  }

  @Test
  void whatIsOverALimit() {
    Wired deep = new Wired().packed(Field.SAMPLE_VALUES_PACKED, 1);
    for (int i = 0; i < 21; i++) {
      deep.number(Field.SAMPLE_LOCATION, 1);
    }
    Wired location = new Wired().number(Field.LOCATION_ID, 1);
    assertThat(
            Wired.profile()
                .message(Field.SAMPLE, deep)
                .message(Field.LOCATION, location)
                .problem(FEW))
        .isEqualTo("byte 30: sample 1 is deeper than 20 frames");
    Wired many = Wired.profile();
    for (int i = 0; i < 500; i++) {
      many.message(Field.SAMPLE, sample(1));
    }
    assertThat(many.problem(FEW)).endsWith("more than 500 entries in the tables");
    Wired lines = new Wired().number(Field.LOCATION_ID, 1);
    for (int i = 0; i < 500; i++) {
      lines.message(Field.LOCATION_LINE, new Wired());
    }
    assertThat(Wired.profile().message(Field.LOCATION, lines).problem(FEW))
        .endsWith("more than 500 entries in the tables");
    Wired stacks = Wired.profile().message(Field.LOCATION, location);
    long[] stack = new long[20];
    Arrays.fill(stack, 1);
    for (int i = 0; i < 300; i++) {
      stacks.message(Field.SAMPLE, sample(stack));
    }
    assertThat(stacks.problem(FEW))
        .endsWith("stacks of more than 1,056 locations in all are over the limit");
  }

  @Test
  void inlinedCallsCountAsFrames() {
    Wired location = new Wired().number(Field.LOCATION_ID, 1);
    for (int i = 0; i < 7; i++) {
      location.message(Field.LOCATION_LINE, new Wired());
    }
    assertThat(
            Wired.profile()
                .message(Field.SAMPLE, sample(1, 1, 1))
                .message(Field.LOCATION, location)
                .problem(FEW))
        .isEqualTo("byte 0: sample 1 is deeper than 20 frames");
    Wired wide = new Wired().number(Field.LOCATION_ID, 1);
    for (int i = 0; i < 3000; i++) {
      wide.message(Field.LOCATION_LINE, new Wired());
    }
    long[] often = new long[30];
    Arrays.fill(often, 1);
    assertThat(
            Wired.profile()
                .message(Field.SAMPLE, sample(often))
                .message(Field.LOCATION, wide)
                .problem())
        .isEqualTo("byte 0: stacks of 90,000 frames are over the limit of 65,536");
  }

  private static Wired sample(long... locations) {
    return new Wired()
        .packed(Field.SAMPLE_LOCATIONS_PACKED, locations)
        .packed(Field.SAMPLE_VALUES_PACKED, 1);
  }

  private static String problem(byte[] whole, int length) {
    try {
      PprofReader.read(Arrays.copyOf(whole, length), Limits.DEFAULT);
      return "none";
    } catch (MalformedProfileException expected) {
      return String.valueOf(expected.getMessage());
    }
  }
}
