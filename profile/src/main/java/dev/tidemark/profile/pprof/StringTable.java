package dev.tidemark.profile.pprof;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidemark.profile.MalformedProfileException;
import java.util.Arrays;

/** The string table of one profile. */
record StringTable(String[] values) {
  static StringTable read(byte[] data, Outline outline) throws MalformedProfileException {
    String[] values = new String[Math.max(1, outline.strings)];
    Arrays.fill(values, "");
    SampleRuns.Between fields = outline.withoutSamples(data);
    Wire wire = fields.wire;
    int count = 0;
    for (int tag = fields.tag(); tag != SampleRuns.Between.NO_MORE; tag = fields.tag()) {
      if (tag == Field.STRING) {
        int length = wire.length();
        if (count == 0 && length != 0) {
          throw new MalformedProfileException(wire.at, "the first string is not the empty one");
        }
        values[count++] = length == 0 ? "" : new String(data, wire.at, length, UTF_8);
        wire.at += length;
      } else {
        wire.skip(tag);
      }
    }
    return new StringTable(values);
  }

  /** The string that the next number of {@code wire} names. */
  String named(Wire wire) throws MalformedProfileException {
    int at = wire.at;
    return get(wire.varint(), at);
  }

  String get(long index, int at) throws MalformedProfileException {
    if (index < 0 || index >= values.length) {
      throw new MalformedProfileException(
          at,
          "names string %s; the profile has %,d"
              .formatted(Long.toUnsignedString(index), values.length));
    }
    return values[(int) index];
  }
}
