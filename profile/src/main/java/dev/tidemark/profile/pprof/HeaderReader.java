package dev.tidemark.profile.pprof;

import dev.tidemark.profile.MalformedProfileException;
import dev.tidemark.profile.ProfileHeader;
import dev.tidemark.profile.ValueType;
import java.util.ArrayList;
import java.util.List;

/** Reads what a profile says of itself. */
final class HeaderReader {
  private final StringTable strings;

  HeaderReader(StringTable strings) {
    this.strings = strings;
  }

  ProfileHeader read(byte[] data, Outline outline) throws MalformedProfileException {
    List<ValueType> sampleTypes = new ArrayList<>(outline.sampleTypes);
    List<String> comments = new ArrayList<>();
    ValueType periodType = ProfileHeader.NO_TYPE;
    long period = 0;
    long timeNanos = 0;
    long durationNanos = 0;
    String defaultSampleType = "";
    String dropFrames = "";
    String keepFrames = "";
    SampleRuns.Between fields = outline.withoutSamples(data);
    Wire wire = fields.wire;
    for (int tag = fields.tag(); tag != SampleRuns.Between.NO_MORE; tag = fields.tag()) {
      switch (tag) {
        case Field.SAMPLE_TYPE -> sampleTypes.add(valueType(wire.message()));
        case Field.PERIOD_TYPE -> periodType = valueType(wire.message());
        case Field.PERIOD -> period = wire.varint();
        case Field.TIME_NANOS -> timeNanos = wire.varint();
        case Field.DURATION_NANOS -> durationNanos = wire.varint();
        case Field.DEFAULT_SAMPLE_TYPE -> defaultSampleType = strings.named(wire);
        case Field.DROP_FRAMES -> dropFrames = strings.named(wire);
        case Field.KEEP_FRAMES -> keepFrames = strings.named(wire);
        case Field.COMMENT -> comments.add(strings.named(wire));
        case Field.COMMENTS_PACKED -> {
          Wire packed = wire.message();
          while (packed.hasMore()) {
            comments.add(strings.named(packed));
          }
        }
        default -> wire.skip(tag);
      }
    }
    return new ProfileHeader(
        sampleTypes,
        defaultSampleType,
        periodType,
        period,
        timeNanos,
        durationNanos,
        comments,
        dropFrames,
        keepFrames);
  }

  private ValueType valueType(Wire wire) throws MalformedProfileException {
    String type = "";
    String unit = "";
    while (wire.hasMore()) {
      int tag = wire.tag();
      switch (tag) {
        case Field.VALUE_TYPE_TYPE -> type = strings.named(wire);
        case Field.VALUE_TYPE_UNIT -> unit = strings.named(wire);
        default -> wire.skip(tag);
      }
    }
    return new ValueType(type, unit);
  }
}
