package dev.tidemark.profile.pprof;

import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of everything one profile holds, counted in a first walk so that the second one fills
 * columns of exactly that size.
 *
 * <p>Profiles written one behind the other are one protobuf message to a protobuf parser. They are
 * told apart by order: a message of Go ends with its string table and single fields, so after
 * strings a single field seen before, or more sample types apart from the first ones, belong to the
 * next profile.
 */
final class Outline {
  private static final long CONTINUATION_BITS = 0x8080808080808080L;
  private static final int MOST_SAMPLE_TYPES = 64;
  private static final long ENTRIES_PER_PROFILE = 64;

  final int start;
  int end;
  int sampleTypes;
  int samples;
  int stackEntries;
  int mappings;
  int locations;
  int lines;
  int functions;
  int strings;
  private final ByteBuffer eightBytes;
  private final SampleRuns runs = new SampleRuns();
  private int comments;
  private int singleFieldsSeen;
  private int lastTag;

  private Outline(byte[] data, int start) {
    this.start = start;
    eightBytes = ByteBuffer.wrap(data);
  }

  static List<Outline> of(byte[] data, Limits limits) throws MalformedProfileException {
    List<Outline> outlines = new ArrayList<>();
    Wire wire = new Wire(data, 0, data.length);
    Outline current = new Outline(data, 0);
    long entriesBefore = 0;
    while (wire.hasMore()) {
      int fieldStart = wire.at;
      int tag = wire.tag();
      if (current.strings > 0 && current.cannotHold(tag)) {
        current.end = fieldStart;
        outlines.add(current);
        entriesBefore += current.entries();
        current = new Outline(data, fieldStart);
      }
      current.count(fieldStart, tag, wire);
      if (entriesBefore + current.entries() > limits.tableEntries()
          || current.sampleTypes > MOST_SAMPLE_TYPES) {
        throw new MalformedProfileException(
            fieldStart, "more than %,d entries in the tables".formatted(limits.tableEntries()));
      }
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

  /** Entries of all tables; a number on a stack is an eighth of one, and a profile costs some. */
  private long entries() {
    return ENTRIES_PER_PROFILE
        + samples
        + locations
        + lines
        + functions
        + strings
        + mappings
        + comments
        + (stackEntries >>> 3);
  }

  private void count(int fieldStart, int tag, Wire wire) throws MalformedProfileException {
    lastTag = tag;
    switch (tag) {
      case Field.SAMPLE -> {
        samples++;
        int length = wire.length();
        stackEntries += stackEntries(wire.data, wire.at, wire.at + length);
        wire.at += length;
        runs.extend(fieldStart, wire.at);
      }
      case Field.LOCATION -> {
        locations++;
        Wire location = wire.message();
        while (location.hasMore()) {
          int inner = location.tag();
          if (inner == Field.LOCATION_LINE) {
            lines++;
          }
          location.skip(inner);
        }
      }
      case Field.STRING -> {
        strings++;
        wire.skip(tag);
      }
      case Field.SAMPLE_TYPE -> {
        sampleTypes++;
        wire.skip(tag);
      }
      case Field.MAPPING -> {
        mappings++;
        wire.skip(tag);
      }
      case Field.FUNCTION -> {
        functions++;
        wire.skip(tag);
      }
      case Field.COMMENT -> {
        comments++;
        wire.skip(tag);
      }
      case Field.COMMENTS_PACKED -> {
        int length = wire.length();
        comments += varints(wire.data, wire.at, wire.at + length);
        wire.at += length;
      }
      default -> {
        singleFieldsSeen |= single(tag);
        wire.skip(tag);
      }
    }
  }

  private int stackEntries(byte[] data, int from, int end) throws MalformedProfileException {
    int at = from;
    int entries = 0;
    Wire wire = null;
    while (at < end) {
      int tag = data[at];
      int next = at + 1;
      if (next < end && data[next] >= 0 && (tag & 0x87) == Wire.BYTES) {
        int stop = next + 1 + data[next];
        if (stop > end) {
          throw new MalformedProfileException(
              next,
              "a field of %,d bytes where %,d are left".formatted(data[next], end - next - 1));
        }
        if (tag == Field.SAMPLE_LOCATIONS_PACKED) {
          entries += varints(data, next + 1, stop);
        }
        at = stop;
        continue;
      }
      if (wire == null) {
        wire = new Wire(data, at, end);
      }
      wire.at = at;
      int longTag = wire.tag();
      if (longTag == Field.SAMPLE_LOCATIONS_PACKED) {
        int length = wire.length();
        entries += varints(data, wire.at, wire.at + length);
        wire.at += length;
      } else {
        if (longTag == Field.SAMPLE_LOCATION) {
          entries++;
        }
        wire.skip(longTag);
      }
      at = wire.at;
    }
    return entries;
  }

  /** How many varints end in a range: the bytes whose high bit is clear. */
  private int varints(byte[] data, int from, int to) {
    int continuing = 0;
    int at = from;
    for (; at + 8 <= to; at += 8) {
      continuing += Long.bitCount(eightBytes.getLong(at) & CONTINUATION_BITS);
    }
    int rest = to - at;
    if (rest > 0 && to >= 8) {
      // The last eight bytes, without those that are counted already or lie before.
      long last = eightBytes.getLong(to - 8) & -1L >>> 64 - 8 * rest;
      continuing += Long.bitCount(last & CONTINUATION_BITS);
    } else {
      for (; at < to; at++) {
        continuing += (data[at] & 0x80) >>> 7;
      }
    }
    return to - from - continuing;
  }
}
