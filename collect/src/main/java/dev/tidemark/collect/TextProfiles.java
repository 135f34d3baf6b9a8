package dev.tidemark.collect;

import dev.tidemark.profile.Frame;
import dev.tidemark.profile.Label;
import dev.tidemark.profile.Profile;
import dev.tidemark.profile.ProfileBuilder;
import dev.tidemark.profile.ProfileHeader;
import dev.tidemark.profile.ValueType;
import dev.tidemark.profile.text.HeapSample;
import dev.tidemark.profile.text.MemStat;
import dev.tidemark.profile.text.MemStats;
import dev.tidemark.profile.text.TextContentions;
import dev.tidemark.profile.text.TextCounts;
import dev.tidemark.profile.text.TextHeap;
import dev.tidemark.series.Quantity;
import dev.tidemark.series.Reading;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Profiles in text form as the profiles that the protobuf form would have given. */
final class TextProfiles {
  private static final ValueType SPACE = new ValueType("space", "bytes");

  private TextProfiles() {}

  static Profile of(TextHeap heap) {
    ProfileHeader header =
        ProfileHeader.of(
                List.of(
                    new ValueType("alloc_objects", "count"),
                    new ValueType("alloc_space", "bytes"),
                    new ValueType("inuse_objects", "count"),
                    new ValueType("inuse_space", "bytes")))
            .withPeriod(SPACE, heap.samplingPeriod());
    ProfileBuilder builder = new ProfileBuilder(header);
    for (HeapSample sample : heap.samples()) {
      builder.sample(
          stack(sample.frames(), sample.addresses()),
          List.of(new Label.Number("bytes", sample.blockSize(), "bytes")),
          sample.allocObjects(),
          sample.allocBytes(),
          sample.inuseObjects(),
          sample.inuseBytes());
    }
    return builder.build();
  }

  static Profile of(TextCounts counts) {
    ValueType type = new ValueType(counts.name(), "count");
    ProfileBuilder builder =
        new ProfileBuilder(ProfileHeader.of(List.of(type)).withPeriod(type, 1));
    for (TextCounts.Row row : counts.rows()) {
      builder.sample(stack(row.frames(), row.addresses()), row.labels(), row.count());
    }
    return builder.build();
  }

  static Profile of(TextContentions contentions) {
    ValueType count = new ValueType("contentions", "count");
    ProfileBuilder builder =
        new ProfileBuilder(
            ProfileHeader.of(List.of(count, new ValueType("delay", "nanoseconds")))
                .withPeriod(count, 1));
    for (TextContentions.Row row : contentions.rows()) {
      builder.sample(
          stack(row.frames(), row.addresses()), List.of(), row.contentions(), row.delayNanos());
    }
    return builder.build();
  }

  /** What a heap profile's trailer says of the process. */
  static Reading reading(MemStats stats) {
    Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
    put(values, Quantity.NEXT_COLLECTION, stats.of(MemStat.NEXT_GC));
    put(values, Quantity.HEAP_OBJECTS, stats.of(MemStat.HEAP_ALLOC));
    put(values, Quantity.STACK_IN_USE, stats.of(MemStat.STACK_INUSE));
    put(values, Quantity.MAPPED_BY_GO, stats.of(MemStat.SYS));
    put(values, Quantity.RELEASED_BY_GO, stats.of(MemStat.HEAP_RELEASED));
    put(values, Quantity.COLLECTIONS, stats.of(MemStat.NUM_GC));
    put(values, Quantity.FORCED_COLLECTIONS, stats.of(MemStat.NUM_FORCED_GC));
    put(values, Quantity.ALLOCATED, stats.of(MemStat.TOTAL_ALLOC));
    return new Reading(values).withDerivedLiveHeap();
  }

  private static void put(Map<Quantity, Double> values, Quantity quantity, OptionalLong value) {
    if (value.isPresent()) {
      values.put(quantity, (double) value.getAsLong());
    }
  }

  /** The frames; of a stack that was not symbolized, its addresses. */
  private static List<Frame> stack(List<Frame> frames, long[] addresses) {
    if (!frames.isEmpty() || addresses.length == 0) {
      return frames;
    }
    Frame[] unknown = new Frame[addresses.length];
    for (int i = 0; i < unknown.length; i++) {
      unknown[i] = new Frame("0x" + Long.toHexString(addresses[i]), "", 0);
    }
    return List.of(unknown);
  }
}
