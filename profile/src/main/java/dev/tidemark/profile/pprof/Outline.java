package dev.tidemark.profile.pprof;

import dev.tidemark.profile.MalformedProfileException;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of everything one profile holds, counted in a first walk so that the next ones fill
 * columns of exactly that size. It passes over samples and locations: what is inside them is
 * counted where it is read.
 *
 * <p>Profiles written one behind the other are one protobuf message to a protobuf parser. They are
 * told apart by order: a message of Go ends with its string table and single fields, so after
 * strings a single field seen before, or more sample types apart from the first ones, belong to the
 * next profile.
 */
final class Outline {
  private static final int MOST_SAMPLE_TYPES = 64;
  private static final long ENTRIES_PER_PROFILE = 64;

  final int start;
  int end;
  int sampleTypes;
  int samples;
  int mappings;
  int locations;
  int functions;
  int strings;
  private final SampleRuns runs = new SampleRuns();
  private int singleFieldsSeen;
  private int lastTag;

  private Outline(int start) {
    this.start = start;
  }

  static List<Outline> of(byte[] data, Entries entries) throws MalformedProfileException {
    List<Outline> outlines = new ArrayList<>(1);
    Wire wire = new Wire(data, 0, data.length);
    Outline current = new Outline(0);
    entries.take(ENTRIES_PER_PROFILE, 0);
    while (wire.hasMore()) {
      int fieldStart = wire.at;
      int tag = wire.tag();
      if (current.strings > 0 && current.cannotHold(tag)) {
        current.end = fieldStart;
        outlines.add(current);
        current = new Outline(fieldStart);
        entries.take(ENTRIES_PER_PROFILE, fieldStart);
      }
      current.count(fieldStart, tag, wire, entries);
    }
    current.end = data.length;
    outlines.add(current);
    return outlines;
  }

  /** A walk over all fields but those of samples, or most of them. */
  SampleRuns.Between withoutSamples(byte[] data) {
    return runs.between(new Wire(data, start, end));
  }

  private boolean cannotHold(int tag) {
    boolean typesAgain = tag == Field.SAMPLE_TYPE && lastTag != tag && sampleTypes > 0;
    return typesAgain || (singleFieldsSeen & single(tag)) != 0;
  }

  private static int single(int tag) {
    return switch (tag) {
      case Field.TIME_NANOS,
          Field.DURATION_NANOS,
          Field.PERIOD_TYPE,
          Field.PERIOD,
          Field.DEFAULT_SAMPLE_TYPE,
          Field.DROP_FRAMES,
          Field.KEEP_FRAMES ->
          1 << (tag >>> 3);
      default -> 0;
    };
  }

  private void count(int fieldStart, int tag, Wire wire, Entries entries)
      throws MalformedProfileException {
    lastTag = tag;
    switch (tag) {
      case Field.SAMPLE -> samples(fieldStart, wire, entries);
      case Field.LOCATION -> {
        locations++;
        entries.take(fieldStart);
        wire.skip(tag);
      }
      case Field.STRING -> {
        strings++;
        entries.take(fieldStart);
        wire.skip(tag);
      }
      case Field.SAMPLE_TYPE -> {
        sampleTypes++;
        if (sampleTypes > MOST_SAMPLE_TYPES) {
          throw new MalformedProfileException(
              fieldStart, "more than %,d value types".formatted(MOST_SAMPLE_TYPES));
        }
        wire.skip(tag);
      }
      case Field.MAPPING -> {
        mappings++;
        entries.take(fieldStart);
        wire.skip(tag);
      }
      case Field.FUNCTION -> {
        functions++;
        entries.take(fieldStart);
        wire.skip(tag);
      }
      case Field.COMMENT -> {
        entries.take(fieldStart);
        wire.skip(tag);
      }
      case Field.COMMENTS_PACKED -> {
        Wire packed = wire.message();
        while (packed.hasMore()) {
          entries.take(packed.at);
          var _ = packed.varint();
        }
      }
      default -> {
        singleFieldsSeen |= single(tag);
        wire.skip(tag);
      }
    }
  }

  /** Counts a sample and those that follow it. */
  private void samples(int firstStart, Wire wire, Entries entries)
      throws MalformedProfileException {
    int start = firstStart;
    do {
      samples++;
      entries.take(start);
      wire.skip(Field.SAMPLE);
      start = wire.at;
    } while (wire.nextIs(Field.SAMPLE));
    runs.extend(firstStart, start);
  }
}
