package dev.tidemark.profile.pprof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.profile.Frame;
import dev.tidemark.profile.Label;
import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import dev.tidemark.profile.Profile;
import dev.tidemark.profile.ProfileBuilder;
import dev.tidemark.profile.ProfileHeader;
import dev.tidemark.profile.ValueType;
import dev.tidemark.profile.filter.StackFilter;
import dev.tidemark.profile.filter.TagFilter;
import dev.tidemark.profile.flame.FlameTree;
import dev.tidemark.profile.oracle.CaptureFiles;
import dev.tidemark.profile.table.Dictionary;
import dev.tidemark.profile.table.Grouping;
import dev.tidemark.profile.table.Table;
import dev.tidemark.profile.table.TableProfile;
import dev.tidemark.profile.table.Totals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever bytes come, a read ends in a profile that can be used or in the typed error. */
class PprofMutationTest {
  private static final int LARGEST_SEED = 8 << 10;
  private static final long MOST_ALLOCATED = 8L << 20;
  private static final long MOST_ALLOCATED_AFTER = 128L << 20;
  private static final long MOST_NANOS = 2_000_000_000L;

  @Test
  void mutatedProfilesEndInAResultOrTheTypedError() throws MalformedProfileException {
    int wanted = Integer.getInteger("tidemark.mutations", 10_000);
    List<byte[]> seeds = seeds();
    Random seeded = new Random(20_261_124);
    int passedInflater = 0;
    int wholeProfiles = 0;
    long mostAllocated = 0;
    long mostAllocatedAfter = 0;
    for (int i = 0; i < wanted; i++) {
      long seed = seeded.nextLong();
      PprofMutations mutations = new PprofMutations(seed);
      byte[] bytes = mutations.next(seeds.get(i % seeds.size()));
      try {
        passedInflater += inflates(bytes) ? 1 : 0;
        long before = Allocation.bytes();
        long start = System.nanoTime();
        List<Profile> profiles = readOrNone(bytes);
        long allocated = Allocation.bytes() - before;
        profiles.forEach(PprofMutationTest::use);
        long allocatedAfter = Allocation.bytes() - before - allocated;
        assertThat(System.nanoTime() - start).as("nanoseconds").isLessThan(MOST_NANOS);
        assertThat(allocated).as("bytes allocated by the read").isLessThan(MOST_ALLOCATED);
        assertThat(allocatedAfter).as("bytes allocated after").isLessThan(MOST_ALLOCATED_AFTER);
        mostAllocated = Math.max(mostAllocated, allocated);
        mostAllocatedAfter = Math.max(mostAllocatedAfter, allocatedAfter);
        wholeProfiles += profiles.isEmpty() ? 0 : 1;
      } catch (RuntimeException | AssertionError failure) {
        throw new AssertionError(
            "mutation %d, %s, seed %d: %s"
                .formatted(i, mutations.kind(), seed, HexFormat.of().formatHex(bytes)),
            failure);
      }
    }
    System.out.printf(
        "pprof: %,d mutations, %.1f%% pass the inflater, %.1f%% are read, at most %,d KB allocated"
            + " by a read and %,d KB by its use%n",
        wanted,
        100.0 * passedInflater / wanted,
        100.0 * wholeProfiles / wanted,
        mostAllocated >> 10,
        mostAllocatedAfter >> 10);
    assertThat((double) passedInflater / wanted).as("share past the inflater").isGreaterThan(0.8);
    assertThat((double) wholeProfiles / wanted).as("share read whole").isBetween(0.05, 0.95);
  }

  private static boolean inflates(byte[] bytes) {
    try {
      Inflate.ifCompressed(bytes, Limits.DEFAULT);
      return true;
    } catch (MalformedProfileException broken) {
      return false;
    }
  }

  private static List<Profile> readOrNone(byte[] bytes) {
    try {
      List<Profile> profiles = PprofReader.read(bytes, Limits.DEFAULT);
      assertThat(profiles).isNotEmpty();
      return profiles;
    } catch (MalformedProfileException expected) {
      assertThat(expected.offset()).isNotNegative();
      assertThat(expected.problem()).isNotBlank();
      return List.of();
    }
  }

  /** Everything that is done with a profile can be done with this one. */
  private static void use(Profile profile) {
    Dictionary dictionary = new Dictionary();
    Table table = dictionary.add(profile);
    for (int type = 0; type < Math.min(4, profile.header().sampleTypes().size()); type++) {
      for (Grouping grouping : Grouping.values()) {
        assertThat(Totals.of(table, type, grouping).total()).isEqualTo(table.total(type));
      }
      assertThat(FlameTree.of(table, type).root().total()).isEqualTo(table.total(type));
      FlameTree.collapsed(table, type);
    }
    assertThat(table.minus(dictionary.add(profile)).total(0)).isZero();
    new StackFilter("a", "b", "c", "").apply(profile);
    new TagFilter("1kb:", "a").apply(profile);
    rereads(profile, table);
    PprofWriter.write(TableProfile.of(table));
  }

  private static void rereads(Profile profile, Table table) {
    List<Profile> again = readOrNone(PprofWriter.write(profile));
    assertThat(again).hasSize(1);
    assertThat(table.dictionary().add(again.getFirst()).sameValues(table)).isTrue();
  }

  private static List<byte[]> seeds() throws MalformedProfileException {
    List<byte[]> seeds = new ArrayList<>();
    for (Path file : CaptureFiles.formats()) {
      byte[] bytes = CaptureFiles.bytes(file);
      if (bytes.length <= LARGEST_SEED) {
        seeds.add(Inflate.ifCompressed(bytes, Limits.DEFAULT));
      }
    }
    assertThat(seeds).hasSizeGreaterThan(8);
    seeds.add(Inflate.ifCompressed(PprofWriter.write(made()), Limits.DEFAULT));
    return seeds;
  }

  private static Profile made() {
    ProfileBuilder builder =
        new ProfileBuilder(
            ProfileHeader.of(
                List.of(new ValueType("samples", "count"), new ValueType("cpu", "nanoseconds"))));
    for (int i = 0; i < 30; i++) {
      builder.sample(
          List.of(
              new Frame("a.leaf" + i % 7, "a.go", i),
              new Frame("a.(*T).caller", "a.go", i % 3),
              new Frame("main.main", "main.go", 1)),
          List.of(new Label.Text("k", "v" + i % 5), new Label.Number("size", i, "bytes")),
          i - 10,
          i * 1000L);
    }
    return builder.build();
  }
}
