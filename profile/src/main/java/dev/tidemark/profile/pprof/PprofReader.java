package dev.tidemark.profile.pprof;

import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import dev.tidemark.profile.Profile;
import dev.tidemark.profile.Samples;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads profiles in pprof's protobuf form straight from bytes into columns: one walk counts, the
 * next ones fill arrays of that size. Every index is checked, so what is returned is whole.
 */
public final class PprofReader {
  private PprofReader() {}

  /**
   * The profiles in {@code bytes}, gzip or raw: mostly one, more where files were written one
   * behind the other, never none.
   *
   * @throws MalformedProfileException at the first thing that is not as the form demands, or beyond
   *     {@code limits}; offsets are in the data after inflation
   */
  public static List<Profile> read(byte[] bytes, Limits limits) throws MalformedProfileException {
    byte[] data = Inflate.ifCompressed(bytes, limits);
    if (data.length == 0) {
      throw new MalformedProfileException(0, "empty: not a profile");
    }
    Entries entries = new Entries(limits);
    List<Profile> profiles = new ArrayList<>(1);
    for (Outline outline : Outline.of(data, entries)) {
      profiles.add(read(data, outline, entries, limits));
    }
    return profiles;
  }

  private static Profile read(byte[] data, Outline outline, Entries entries, Limits limits)
      throws MalformedProfileException {
    if (outline.sampleTypes == 0) {
      throw new MalformedProfileException(outline.start, "no value types: not a profile");
    }
    if ((long) outline.samples * outline.sampleTypes > outline.end - outline.start) {
      throw new MalformedProfileException(
          outline.start,
          "%,d samples of %,d values can't be in %,d bytes"
              .formatted(outline.samples, outline.sampleTypes, outline.end - outline.start));
    }
    if ((long) outline.samples * outline.sampleTypes > 8L * limits.tableEntries()) {
      throw new MalformedProfileException(
          outline.start,
          "%,d samples of %,d values are over the limit"
              .formatted(outline.samples, outline.sampleTypes));
    }
    StringTable strings = StringTable.read(data, outline);
    SymbolReader.Symbols symbols = new SymbolReader(data, outline, strings, entries).read();
    LabelSets labelSets = new LabelSets(data, strings, limits);
    Samples samples =
        new SampleReader(data, outline, symbols.locationIndex(), labelSets, limits, entries).read();
    FrameCount.check(samples, symbols.locations(), outline, limits);
    return new Profile(
        new HeaderReader(strings).read(data, outline),
        samples,
        symbols.locations(),
        symbols.functions(),
        symbols.mappings(),
        labelSets.toList());
  }
}
