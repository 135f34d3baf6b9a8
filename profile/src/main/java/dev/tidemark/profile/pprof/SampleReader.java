package dev.tidemark.profile.pprof;

import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import dev.tidemark.profile.Samples;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads the samples: nearly all bytes of a profile. One- and two-byte numbers, which nearly all
 * are, are decoded in place.
 */
final class SampleReader {
  private static final long END_BITS = 0x8080808080808080L;

  private final byte[] data;
  private final ByteBuffer words;
  private final Outline outline;
  private final IdIndex locationIndex;
  private final LabelSets labelSets;
  private final int locationCount;
  private final boolean inOrder;
  private final int stackDepth;

  private final long[][] values;
  private final int[] firstLocation;
  private final int[] location;
  private final int[] labelSet;
  private int sample;
  private int stackEnd;

  SampleReader(
      byte[] data, Outline outline, IdIndex locationIndex, LabelSets labelSets, Limits limits) {
    this.data = data;
    words = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    this.outline = outline;
    this.locationIndex = locationIndex;
    this.labelSets = labelSets;
    this.locationCount = outline.locations;
    this.inOrder = locationIndex.isInOrder();
    this.stackDepth = limits.stackDepth();
    values = new long[outline.sampleTypes][outline.samples];
    firstLocation = new int[outline.samples + 1];
    location = new int[outline.stackEntries];
    labelSet = new int[outline.samples];
  }

  Samples read() throws MalformedProfileException {
    Wire wire = new Wire(data, outline.start, outline.end);
    while (wire.hasMore()) {
      int tag = wire.tag();
      if (tag == Field.SAMPLE) {
        int length = wire.length();
        sample(wire.at, wire.at + length);
        wire.at += length;
      } else {
        wire.skip(tag);
      }
    }
    return new Samples(values, firstLocation, location, labelSet);
  }

  private void sample(int from, int end) throws MalformedProfileException {
    int at = from;
    int column = 0;
    int labelsFrom = -1;
    int labelsEnd = -1;
    Wire slow = null;
    while (at < end) {
      int tag = data[at];
      int bodyLength = at + 1 < end ? data[at + 1] : -1;
      int body = at + 2;
      if (bodyLength < 0 || (tag & 0x87) != Wire.BYTES || body + bodyLength > end) {
        if (slow == null) {
          slow = new Wire(data, at, end);
        }
        slow.at = at;
        tag = slow.tag();
        if ((tag & 7) != Wire.BYTES) {
          switch (tag) {
            case Field.SAMPLE_LOCATION -> addLocation(slow.varint(), at);
            case Field.SAMPLE_VALUE -> addValue(column++, slow.varint(), at);
            default -> slow.skip(tag);
          }
          at = slow.at;
          continue;
        }
        bodyLength = slow.length();
        body = slow.at;
      }
      int stop = body + bodyLength;
      switch (tag) {
        case Field.SAMPLE_LOCATIONS_PACKED -> locations(body, stop);
        case Field.SAMPLE_VALUES_PACKED -> column = values(column, body, stop);
        case Field.SAMPLE_LABEL -> {
          if (labelsFrom < 0) {
            labelsFrom = at;
          }
          labelsEnd = stop;
        }
        default -> {}
      }
      at = stop;
    }
    if (column != values.length) {
      throw new MalformedProfileException(
          from,
          "sample %,d has %,d values; the profile has %,d value types"
              .formatted(sample + 1, column, values.length));
    }
    if (stackEnd - firstLocation[sample] > stackDepth) {
      throw new MalformedProfileException(
          from, "sample %,d is deeper than %,d frames".formatted(sample + 1, stackDepth));
    }
    labelSet[sample] = labelsFrom < 0 ? 0 : labelSets.index(labelsFrom, labelsEnd);
    sample++;
    firstLocation[sample] = stackEnd;
  }

  private void locations(int from, int stop) throws MalformedProfileException {
    int at = from;
    while (true) {
      if (inOrder) {
        at = shortLocations(at, stop);
      }
      if (at >= stop) {
        return;
      }
      Wire wire = new Wire(data, at, stop);
      long id = wire.varint();
      addLocation(id, at);
      at = wire.at;
    }
  }

  /**
   * Takes ids of one or two bytes, eight bytes at a time: a number ends at a byte whose high bit is
   * clear, so the bits of a word say where its numbers end, and none waits for the byte before it.
   * Stops before one that is longer, cut or names no location, and gives where.
   */
  private int shortLocations(int from, int stop) {
    int[] out = location;
    int count = locationCount;
    int entry = stackEnd;
    int at = from;
    // A word may reach behind the stack, but not behind the data.
    int end = Math.min(stop, data.length - 7);
    while (at < end) {
      long word = words.getLong(at);
      long ends = ~word & END_BITS;
      int left = stop - at;
      if (left < 8) {
        ends &= -1L >>> (64 - 8 * left);
      }
      int taken = 0;
      while (ends != 0) {
        int next = Long.numberOfTrailingZeros(ends) + 1;
        long number = word >>> taken;
        // −1 for a number of two bytes, 0 for one of one: no branch that can't be predicted.
        int isLong = 8 - (next - taken) >> 31;
        int index = (int) ((number & 0x7f) | (number >>> 1 & 0x3f80 & isLong)) - 1;
        if (index < 0 || index >= count || next - taken > 16) {
          stackEnd = entry;
          return at + (taken >>> 3);
        }
        out[entry++] = index;
        taken = next;
        ends &= ends - 1;
      }
      if (taken == 0) {
        break;
      }
      at += taken >>> 3;
    }
    stackEnd = entry;
    return at;
  }

  private void addLocation(long id, int at) throws MalformedProfileException {
    int index = locationIndex.index(id);
    if (index < 0) {
      throw missingLocation(id, at);
    }
    location[stackEnd++] = index;
  }

  private int values(int firstColumn, int from, int stop) throws MalformedProfileException {
    byte[] bytes = data;
    int column = firstColumn;
    int at = from;
    while (at < stop) {
      int start = at;
      long value = bytes[at++];
      if (value < 0) {
        value &= 0x7f;
        int shift = 7;
        // Nine bytes at most: ten are a negative number, or too many.
        while (at < stop && bytes[at] < 0 && shift < 56) {
          value |= (bytes[at++] & 0x7fL) << shift;
          shift += 7;
        }
        if (at < stop && bytes[at] >= 0) {
          value |= (long) bytes[at++] << shift;
        } else {
          Wire slow = new Wire(bytes, start, stop);
          value = slow.varint();
          at = slow.at;
        }
      }
      addValue(column++, value, start);
    }
    return column;
  }

  private void addValue(int column, long value, int at) throws MalformedProfileException {
    if (column >= values.length) {
      throw new MalformedProfileException(
          at,
          "sample %,d has more values than the profile's %,d value types"
              .formatted(sample + 1, values.length));
    }
    values[column][sample] = value;
  }

  private MalformedProfileException missingLocation(long id, int at) {
    return new MalformedProfileException(
        at,
        "sample %,d names location %s; the profile has %,d"
            .formatted(sample + 1, group(id), locationCount));
  }

  private static String group(long id) {
    return id < 0 ? Long.toUnsignedString(id) : "%,d".formatted(id);
  }
}
