package dev.tidemark.profile.pprof;

import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import dev.tidemark.profile.Samples;

/** Reads the samples: nearly all bytes of a profile. */
final class SampleReader {
  private final byte[] data;
  private final Outline outline;
  private final Entries entries;
  private final IdIndex locationIndex;
  private final LabelSets labelSets;
  private final int locationCount;
  private final int stackDepth;

  private final long[][] values;
  private final StackColumn stacks;
  private final int[] labelSet;
  private boolean areIdsInOrder;
  private int sample;

  SampleReader(
      byte[] data,
      Outline outline,
      IdIndex locationIndex,
      LabelSets labelSets,
      Limits limits,
      Entries entries) {
    this.data = data;
    this.outline = outline;
    this.entries = entries;
    this.locationIndex = locationIndex;
    this.labelSets = labelSets;
    this.locationCount = outline.locations;
    this.stackDepth = limits.stackDepth();
    values = new long[outline.sampleTypes][outline.samples];
    // A number takes a byte at least.
    long most = Math.min(entries.leftOnStacks(), outline.end - outline.start);
    stacks = new StackColumn(data, outline.samples, most);
    areIdsInOrder = locationIndex.isInOrder();
    labelSet = new int[outline.samples];
  }

  Samples read() throws MalformedProfileException {
    readAll();
    if (areIdsInOrder && !stacks.allBelow(locationCount)) {
      // A second look, id by id, finds the first that names no location.
      areIdsInOrder = false;
      stacks.clear();
      sample = 0;
      readAll();
    }
    entries.takeOnStacks(stacks.entries(), outline.end);
    return new Samples(values, stacks.first(), stacks.location(), labelSet);
  }

  private void readAll() throws MalformedProfileException {
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
    if (stacks.depth() > stackDepth) {
      throw new MalformedProfileException(
          from, "sample %,d is deeper than %,d frames".formatted(sample + 1, stackDepth));
    }
    labelSet[sample] = labelsFrom < 0 ? 0 : labelSets.index(labelsFrom, labelsEnd);
    sample++;
    stacks.endStack();
  }

  private void locations(int from, int stop) throws MalformedProfileException {
    if (areIdsInOrder && stacks.addShortIds(from, stop)) {
      return;
    }
    Wire wire = new Wire(data, from, stop);
    while (wire.hasMore()) {
      int at = wire.at;
      addLocation(wire.varint(), at);
    }
  }

  private void addLocation(long id, int at) throws MalformedProfileException {
    int index = locationIndex.index(id);
    if (index < 0) {
      throw missingLocation(id, at);
    }
    stacks.add(index, at);
  }

  private int values(int firstColumn, int from, int stop) throws MalformedProfileException {
    int column = firstColumn;
    int at = from;
    while (at < stop) {
      long word = at <= data.length - Words.SIZE ? Words.at(data, at) : -1;
      int length = Words.numberLength(word);
      if (length <= Words.SIZE && at + length <= stop) {
        addValue(column++, Words.number(word, length), at);
        at += length;
      } else {
        // Of nine or ten bytes, cut, or at the very end of the data.
        Wire slow = new Wire(data, at, stop);
        addValue(column++, slow.varint(), at);
        at = slow.at;
      }
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
