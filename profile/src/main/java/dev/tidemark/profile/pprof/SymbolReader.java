package dev.tidemark.profile.pprof;

import dev.tidemark.profile.Functions;
import dev.tidemark.profile.Locations;
import dev.tidemark.profile.MalformedProfileException;
import dev.tidemark.profile.Mapping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads what samples refer to: mappings, functions, locations. */
final class SymbolReader {
  private final byte[] data;
  private final Outline outline;
  private final StringTable strings;
  private final Entries entries;

  SymbolReader(byte[] data, Outline outline, StringTable strings, Entries entries) {
    this.data = data;
    this.outline = outline;
    this.strings = strings;
    this.entries = entries;
  }

  Symbols read() throws MalformedProfileException {
    List<Mapping> mappings = new ArrayList<>(outline.mappings);
    long[] mappingIds = new long[outline.mappings];
    FunctionRows functions = new FunctionRows(outline.functions);
    LocationRows locations = new LocationRows(outline.locations, entries);
    SampleRuns.Between fields = outline.withoutSamples(data);
    Wire wire = fields.wire;
    for (int tag = fields.tag(); tag != SampleRuns.Between.NO_MORE; tag = fields.tag()) {
      switch (tag) {
        case Field.MAPPING -> {
          Mapping mapping = mapping(wire.message());
          mappingIds[mappings.size()] = mapping.id();
          mappings.add(mapping);
        }
        case Field.FUNCTION -> function(wire.message(), functions);
        case Field.LOCATION -> location(wire.message(), locations);
        default -> wire.skip(tag);
      }
    }
    IdIndex mappingIndex = unique(mappingIds, "mapping");
    IdIndex functionIndex = unique(functions.id, "function");
    IdIndex locationIndex = unique(locations.id, "location");
    return new Symbols(
        mappings,
        functions.toFunctions(),
        locations.resolve(mappingIndex, functionIndex, outline),
        locationIndex);
  }

  private IdIndex unique(long[] ids, String what) throws MalformedProfileException {
    IdIndex index = IdIndex.of(ids);
    int duplicate = index.duplicate();
    if (duplicate != IdIndex.NONE) {
      throw new MalformedProfileException(
          outline.start,
          "%s %,d has the id %s, which is %s"
              .formatted(
                  what,
                  duplicate + 1,
                  Long.toUnsignedString(ids[duplicate]),
                  ids[duplicate] == 0 ? "not allowed" : "taken"));
    }
    return index;
  }

  private Mapping mapping(Wire wire) throws MalformedProfileException {
    long id = 0;
    long start = 0;
    long limit = 0;
    long offset = 0;
    String file = "";
    String buildId = "";
    boolean[] has = new boolean[4];
    while (wire.hasMore()) {
      int tag = wire.tag();
      switch (tag) {
        case Field.MAPPING_ID -> id = wire.varint();
        case Field.MAPPING_START -> start = wire.varint();
        case Field.MAPPING_LIMIT -> limit = wire.varint();
        case Field.MAPPING_OFFSET -> offset = wire.varint();
        case Field.MAPPING_FILE -> file = strings.named(wire);
        case Field.MAPPING_BUILD_ID -> buildId = strings.named(wire);
        case Field.MAPPING_HAS_FUNCTIONS -> has[0] = wire.varint() != 0;
        case Field.MAPPING_HAS_FILENAMES -> has[1] = wire.varint() != 0;
        case Field.MAPPING_HAS_LINE_NUMBERS -> has[2] = wire.varint() != 0;
        case Field.MAPPING_HAS_INLINE_FRAMES -> has[3] = wire.varint() != 0;
        default -> wire.skip(tag);
      }
    }
    return new Mapping(id, start, limit, offset, file, buildId, has[0], has[1], has[2], has[3]);
  }

  private void function(Wire wire, FunctionRows rows) throws MalformedProfileException {
    int row = rows.count++;
    while (wire.hasMore()) {
      int tag = wire.tag();
      switch (tag) {
        case Field.FUNCTION_ID -> rows.id[row] = wire.varint();
        case Field.FUNCTION_NAME -> rows.name[row] = strings.named(wire);
        case Field.FUNCTION_SYSTEM_NAME -> rows.systemName[row] = strings.named(wire);
        case Field.FUNCTION_FILE -> rows.file[row] = strings.named(wire);
        case Field.FUNCTION_START_LINE -> rows.startLine[row] = line(wire);
        default -> wire.skip(tag);
      }
    }
  }

  private static void location(Wire wire, LocationRows rows) throws MalformedProfileException {
    int row = rows.count++;
    rows.firstLine[row] = rows.lines;
    rows.at[row] = wire.at;
    while (wire.hasMore()) {
      int tag = wire.tag();
      switch (tag) {
        case Field.LOCATION_ID -> rows.id[row] = wire.varint();
        case Field.LOCATION_MAPPING -> rows.mappingId[row] = wire.varint();
        case Field.LOCATION_ADDRESS -> rows.address[row] = wire.varint();
        case Field.LOCATION_LINE -> {
          Wire line = wire.message();
          int index = rows.nextLine(line.at);
          while (line.hasMore()) {
            int lineTag = line.tag();
            switch (lineTag) {
              case Field.LINE_FUNCTION -> rows.functionId[index] = line.varint();
              case Field.LINE_LINE -> rows.line[index] = line(line);
              default -> line.skip(lineTag);
            }
          }
        }
        default -> wire.skip(tag);
      }
    }
    rows.firstLine[rows.count] = rows.lines;
  }

  /** A source line; what is no line (negative, beyond 2³¹) is unknown. */
  private static int line(Wire wire) throws MalformedProfileException {
    long line = wire.varint();
    return line < 0 || line > Integer.MAX_VALUE ? 0 : (int) line;
  }

  /** What samples refer to, with the way from location ids to indexes. */
  record Symbols(
      List<Mapping> mappings, Functions functions, Locations locations, IdIndex locationIndex) {}

  private static final class FunctionRows {
    final long[] id;
    final String[] name;
    final String[] systemName;
    final String[] file;
    final int[] startLine;
    int count;

    FunctionRows(int size) {
      id = new long[size];
      name = new String[size];
      systemName = new String[size];
      file = new String[size];
      startLine = new int[size];
    }

    Functions toFunctions() {
      for (int i = 0; i < count; i++) {
        name[i] = orEmpty(name[i]);
        systemName[i] = orEmpty(systemName[i]);
        file[i] = orEmpty(file[i]);
      }
      return new Functions(name, systemName, file, startLine);
    }

    @SuppressWarnings("NullAway") // a row whose field was absent still holds null here
    private static String orEmpty(String text) {
      return text == null ? "" : text;
    }
  }

  private static final class LocationRows {
    final long[] id;
    final long[] mappingId;
    final long[] address;
    final int[] firstLine;
    final int[] at;
    private final Entries entries;
    long[] functionId;
    int[] line;
    int count;
    int lines;

    LocationRows(int size, Entries entries) {
      this.entries = entries;
      id = new long[size];
      mappingId = new long[size];
      address = new long[size];
      firstLine = new int[size + 1];
      at = new int[size];
      functionId = new long[size + size / 2];
      line = new int[size + size / 2];
    }

    /** A row for one more line. */
    int nextLine(int at) throws MalformedProfileException {
      entries.take(at);
      if (lines == line.length) {
        functionId = Arrays.copyOf(functionId, 64 + lines * 2);
        line = Arrays.copyOf(line, 64 + lines * 2);
      }
      return lines++;
    }

    Locations resolve(IdIndex mappings, IdIndex functions, Outline outline)
        throws MalformedProfileException {
      int[] mapping = new int[count];
      for (int i = 0; i < count; i++) {
        mapping[i] = mappingId[i] == 0 ? IdIndex.NONE : mappings.index(mappingId[i]);
        if (mapping[i] == IdIndex.NONE && mappingId[i] != 0) {
          throw missing(i, "mapping", mappingId[i], outline.mappings);
        }
      }
      int[] function = new int[lines];
      for (int i = 0; i < count; i++) {
        for (int l = firstLine[i]; l < firstLine[i + 1]; l++) {
          function[l] = functionId[l] == 0 ? IdIndex.NONE : functions.index(functionId[l]);
          if (function[l] == IdIndex.NONE && functionId[l] != 0) {
            throw missing(i, "function", functionId[l], outline.functions);
          }
        }
      }
      return new Locations(address, mapping, firstLine, function, Arrays.copyOf(line, lines));
    }

    private MalformedProfileException missing(int location, String what, long id, int has) {
      return new MalformedProfileException(
          at[location],
          "location %,d names %s %s; the profile has %,d"
              .formatted(location + 1, what, Long.toUnsignedString(id), has));
    }
  }
}
