package dev.tidemark.profile.pprof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.profile.Label;
import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import dev.tidemark.profile.Profile;
import dev.tidemark.profile.table.Grouping;
import dev.tidemark.profile.table.Table;
import dev.tidemark.profile.table.Totals;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Forms of the wire that Go itself does not choose, but that are profiles all the same. */
class PprofReaderTest {
  @Test
  void numbersThatAreNotPackedAreReadAsPackedOnesAre() throws MalformedProfileException {
    Profile packed =
        withTwoLocations(
            new Wired()
                .packed(Field.SAMPLE_LOCATIONS_PACKED, 2, 1)
                .packed(Field.SAMPLE_VALUES_PACKED, 300));
    Profile single =
        withTwoLocations(
            new Wired()
                .number(Field.SAMPLE_LOCATION, 2)
                .number(Field.SAMPLE_LOCATION, 1)
                .number(Field.SAMPLE_VALUE, 300));
    Profile mixed =
        withTwoLocations(
            new Wired()
                .packed(Field.SAMPLE_LOCATIONS_PACKED, 2)
                .number(Field.SAMPLE_VALUE, 300)
                .number(Field.SAMPLE_LOCATION, 1));
    for (Profile profile : List.of(packed, single, mixed)) {
      assertThat(profile.samples().firstLocation()).containsExactly(0, 2);
      assertThat(profile.samples().location()).startsWith(1, 0);
      assertThat(profile.samples().total(0)).isEqualTo(300);
    }
  }

  @Test
  void fieldsNobodyKnowsYetAreSkipped() throws MalformedProfileException {
    Profile profile =
        Wired.profile()
            .number(30 << 3, 7)
            .text(31 << 3 | Wire.BYTES, "anything")
            .message(
                Field.SAMPLE,
                new Wired()
                    .number(9 << 3, 1)
                    .packed(Field.SAMPLE_VALUES_PACKED, 5)
                    .text(200 << 3 | Wire.BYTES, "x"))
            .read();
    assertThat(profile.samples().total(0)).isEqualTo(5);
  }

  @Test
  void fieldsMayComeInAnyOrder() throws MalformedProfileException {
    byte[] data =
        new Wired()
            .text(Field.STRING, "")
            .text(Field.STRING, "allocations")
            .message(Field.SAMPLE, new Wired().number(Field.SAMPLE_VALUE, 3))
            .number(Field.PERIOD, 8)
            .message(Field.SAMPLE_TYPE, new Wired().number(8, 1))
            .bytes();
    List<Profile> profiles = PprofReader.read(data, Limits.DEFAULT);
    assertThat(profiles).hasSize(1);
    assertThat(profiles.getFirst().header().sampleTypes()).hasToString("[allocations]");
  }

  @Test
  void numbersOfTenBytesKeepTheirSign() throws MalformedProfileException {
    Profile profile =
        Wired.profile()
            .message(Field.SAMPLE, new Wired().packed(Field.SAMPLE_VALUES_PACKED, Long.MIN_VALUE))
            .message(Field.SAMPLE, new Wired().packed(Field.SAMPLE_VALUES_PACKED, -1))
            .read();
    assertThat(profile.samples().values()[0]).containsExactly(Long.MIN_VALUE, -1);
    assertThat(profile.isDifference()).isTrue();
  }

  @Test
  void sparseIdsAreFollowed() throws MalformedProfileException {
    Profile profile =
        Wired.profile("leaf", "root", "a.go")
            .message(
                Field.SAMPLE,
                new Wired()
                    .packed(Field.SAMPLE_LOCATIONS_PACKED, -1, 1L << 40)
                    .packed(Field.SAMPLE_VALUES_PACKED, 1))
            .message(Field.LOCATION, location(1L << 40, 99))
            .message(Field.LOCATION, location(-1, 1L << 50))
            .message(Field.FUNCTION, function(1L << 50, 3))
            .message(Field.FUNCTION, function(99, 4))
            .read();
    assertThat(Totals.of(Table.of(profile), 0, Grouping.FUNCTION).entries())
        .extracting(Totals.Entry::name)
        .containsExactly("leaf", "root");
  }

  @Test
  void aLocationWithoutLinesIsItsAddress() throws MalformedProfileException {
    Profile profile =
        Wired.profile()
            .message(
                Field.SAMPLE,
                new Wired()
                    .packed(Field.SAMPLE_LOCATIONS_PACKED, 1)
                    .packed(Field.SAMPLE_VALUES_PACKED, 1))
            .message(
                Field.LOCATION,
                new Wired()
                    .number(Field.LOCATION_ID, 1)
                    .number(Field.LOCATION_ADDRESS, 0xffffffff_80001234L))
            .read();
    assertThat(profile.locations().lines(0)).isZero();
    assertThat(profile.locations().mapping()[0]).isEqualTo(-1);
    assertThat(Table.of(profile).dictionary().frameAt(0)).hasToString("0xffffffff80001234");
  }

  @Test
  void aMappingsFlagsAreEachReadFromTheirOwnField() throws MalformedProfileException {
    Profile profile =
        Wired.profile("/bin/shop", "build-1")
            .message(
                Field.MAPPING,
                new Wired()
                    .number(Field.MAPPING_ID, 1)
                    .number(Field.MAPPING_START, 0x400000)
                    .number(Field.MAPPING_LIMIT, -1)
                    .number(Field.MAPPING_FILE, 3)
                    .number(Field.MAPPING_BUILD_ID, 4)
                    .number(Field.MAPPING_HAS_FILENAMES, 1)
                    .number(Field.MAPPING_HAS_INLINE_FRAMES, 1))
            .read();
    assertThat(profile.mappings().getFirst())
        .hasToString(
            "Mapping[id=1, start=4194304, limit=-1, offset=0, file=/bin/shop, buildId=build-1,"
                + " hasFunctions=false, hasFilenames=true, hasLineNumbers=false,"
                + " hasInlineFrames=true]");
  }

  @Test
  void aKeyMayHaveSeveralTextsAndNumbers() throws MalformedProfileException {
    Profile profile =
        Wired.profile("tenant", "north", "south", "size", "kilobytes")
            .message(
                Field.SAMPLE,
                new Wired()
                    .message(Field.SAMPLE_LABEL, new Wired().number(8, 3).number(16, 4))
                    .packed(Field.SAMPLE_VALUES_PACKED, 1)
                    .message(Field.SAMPLE_LABEL, new Wired().number(8, 3).number(16, 5))
                    .message(Field.SAMPLE_LABEL, new Wired().number(8, 6).number(24, -8))
                    .message(
                        Field.SAMPLE_LABEL, new Wired().number(8, 6).number(24, 9).number(32, 7)))
            .read();
    assertThat(profile.labelSets())
        .containsExactly(
            List.of(),
            List.of(
                new Label.Text("tenant", "north"),
                new Label.Text("tenant", "south"),
                new Label.Number("size", -8, ""),
                new Label.Number("size", 9, "kilobytes")));
  }

  @Test
  void aLabelOfNeitherTextNorNumberIsLeftOutAsInGo() throws MalformedProfileException {
    Profile profile =
        Wired.profile("key")
            .message(
                Field.SAMPLE,
                new Wired()
                    .packed(Field.SAMPLE_VALUES_PACKED, 1)
                    .message(Field.SAMPLE_LABEL, new Wired().number(8, 3)))
            .read();
    assertThat(profile.labelSets().get(profile.samples().labelSet()[0])).isEmpty();
  }

  @Test
  void equalLabelBytesShareASet() throws MalformedProfileException {
    Wired profile = Wired.profile("bytes");
    for (int i = 0; i < 1000; i++) {
      profile.message(
          Field.SAMPLE,
          new Wired()
              .packed(Field.SAMPLE_VALUES_PACKED, 1)
              .message(Field.SAMPLE_LABEL, new Wired().number(8, 3).number(24, 1 + i % 300)));
    }
    assertThat(profile.read().labelSets()).hasSize(301);
  }

  @Test
  void linesThatAreNoneAreUnknown() throws MalformedProfileException {
    Profile profile =
        Wired.profile()
            .message(
                Field.LOCATION,
                new Wired()
                    .number(Field.LOCATION_ID, 1)
                    .message(Field.LOCATION_LINE, new Wired().number(Field.LINE_LINE, -5))
                    .message(Field.LOCATION_LINE, new Wired().number(Field.LINE_LINE, 1L << 40)))
            .read();
    assertThat(profile.locations().line()).containsExactly(0, 0);
    assertThat(profile.locations().function()).containsExactly(-1, -1);
  }

  @Test
  void profilesOneBehindTheOtherAreToldApartWhateverTheyEndWith() throws MalformedProfileException {
    byte[] bare = Wired.profile().bytes();
    byte[] timed = Wired.profile().number(Field.TIME_NANOS, 5).number(Field.PERIOD, 6).bytes();
    assertThat(PprofReader.read(joined(bare, timed, timed, bare), Limits.DEFAULT))
        .extracting(profile -> profile.header().timeNanos())
        .containsExactly(0L, 5L, 5L, 0L);
  }

  @Test
  void theStringsOfOneProfileAreNotTheNextOnes() throws MalformedProfileException {
    byte[] first = Wired.profile("one").number(Field.DEFAULT_SAMPLE_TYPE, 3).bytes();
    byte[] second = Wired.profile("two").number(Field.DEFAULT_SAMPLE_TYPE, 3).bytes();
    assertThat(PprofReader.read(joined(first, second), Limits.DEFAULT))
        .extracting(profile -> profile.header().defaultSampleType())
        .containsExactly("one", "two");
  }

  private static byte[] joined(byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    byte[] all = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  private static Profile withTwoLocations(Wired sample) throws MalformedProfileException {
    return Wired.profile()
        .message(Field.SAMPLE, sample)
        .message(Field.LOCATION, new Wired().number(Field.LOCATION_ID, 1))
        .message(Field.LOCATION, new Wired().number(Field.LOCATION_ID, 2))
        .read();
  }

  private static Wired location(long id, long function) {
    return new Wired()
        .number(Field.LOCATION_ID, id)
        .message(Field.LOCATION_LINE, new Wired().number(Field.LINE_FUNCTION, function));
  }

  private static Wired function(long id, long name) {
    return new Wired().number(Field.FUNCTION_ID, id).number(Field.FUNCTION_NAME, name);
  }
}
