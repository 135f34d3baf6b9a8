package dev.tidemark.profile.pprof;

import dev.tidemark.profile.Label;
import dev.tidemark.profile.Locations;
import dev.tidemark.profile.Mapping;
import dev.tidemark.profile.Profile;
import dev.tidemark.profile.ProfileHeader;
import dev.tidemark.profile.Samples;
import dev.tidemark.profile.ValueType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Writes a profile in pprof's protobuf form, gzip, as every tool of the field opens it. */
public final class PprofWriter {
  private final WireWriter out = new WireWriter();
  private final Map<String, Integer> stringNumbers = new HashMap<>();
  private final List<String> strings = new ArrayList<>();
  private int secondEmpty;

  private PprofWriter() {
    string("");
  }

  public static byte[] write(Profile profile) {
    PprofWriter writer = new PprofWriter();
    writer.profile(profile);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(writer.out.toBytes());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private void profile(Profile profile) {
    ProfileHeader header = profile.header();
    WireWriter inner = new WireWriter();
    for (ValueType type : header.sampleTypes()) {
      out.message(Field.SAMPLE_TYPE, valueType(inner.cleared(), type));
    }
    samples(profile, inner);
    for (Mapping mapping : profile.mappings()) {
      out.message(Field.MAPPING, mapping(inner.cleared(), mapping));
    }
    locations(profile, inner);
    functions(profile, inner);
    List<Integer> comments = header.comments().stream().map(this::string).toList();
    int drop = string(header.dropFrames());
    int keep = string(header.keepFrames());
    int shown = string(header.defaultSampleType());
    WireWriter periodType = new WireWriter();
    valueType(periodType, header.periodType());
    for (String string : strings) {
      out.text(Field.STRING, string);
    }
    out.number(Field.DROP_FRAMES, drop);
    out.number(Field.KEEP_FRAMES, keep);
    out.number(Field.TIME_NANOS, header.timeNanos());
    out.number(Field.DURATION_NANOS, header.durationNanos());
    if (!header.periodType().equals(ProfileHeader.NO_TYPE)) {
      out.message(Field.PERIOD_TYPE, periodType);
    }
    out.number(Field.PERIOD, header.period());
    for (int comment : comments) {
      out.varint(Field.COMMENT);
      out.varint(comment);
    }
    out.number(Field.DEFAULT_SAMPLE_TYPE, shown);
  }

  private void samples(Profile profile, WireWriter inner) {
    Samples samples = profile.samples();
    WireWriter packed = new WireWriter();
    WireWriter label = new WireWriter();
    for (int sample = 0; sample < samples.count(); sample++) {
      packed.cleared();
      for (int i = samples.firstLocation()[sample]; i < samples.firstLocation()[sample + 1]; i++) {
        packed.varint(samples.location()[i] + 1L);
      }
      inner.cleared().message(Field.SAMPLE_LOCATIONS_PACKED, packed);
      packed.cleared();
      for (long[] column : samples.values()) {
        packed.varint(column[sample]);
      }
      inner.message(Field.SAMPLE_VALUES_PACKED, packed);
      for (Label each : profile.labelSets().get(samples.labelSet()[sample])) {
        inner.message(Field.SAMPLE_LABEL, label(label.cleared(), each));
      }
      out.message(Field.SAMPLE, inner);
    }
  }

  private WireWriter label(WireWriter to, Label label) {
    to.number(Field.LABEL_KEY, string(label.key()));
    switch (label) {
      case Label.Text text -> to.number(Field.LABEL_TEXT, labelText(text.value()));
      case Label.Number number -> {
        to.number(Field.LABEL_NUMBER, number.value());
        to.number(Field.LABEL_UNIT, string(number.unit()));
      }
    }
    return to;
  }

  private WireWriter mapping(WireWriter to, Mapping mapping) {
    to.number(Field.MAPPING_ID, mapping.id());
    to.number(Field.MAPPING_START, mapping.start());
    to.number(Field.MAPPING_LIMIT, mapping.limit());
    to.number(Field.MAPPING_OFFSET, mapping.offset());
    to.number(Field.MAPPING_FILE, string(mapping.file()));
    to.number(Field.MAPPING_BUILD_ID, string(mapping.buildId()));
    to.number(Field.MAPPING_HAS_FUNCTIONS, mapping.hasFunctions() ? 1 : 0);
    to.number(Field.MAPPING_HAS_FILENAMES, mapping.hasFilenames() ? 1 : 0);
    to.number(Field.MAPPING_HAS_LINE_NUMBERS, mapping.hasLineNumbers() ? 1 : 0);
    to.number(Field.MAPPING_HAS_INLINE_FRAMES, mapping.hasInlineFrames() ? 1 : 0);
    return to;
  }

  private void locations(Profile profile, WireWriter inner) {
    Locations locations = profile.locations();
    WireWriter line = new WireWriter();
    for (int location = 0; location < locations.count(); location++) {
      inner.cleared().number(Field.LOCATION_ID, location + 1L);
      int mapping = locations.mapping()[location];
      inner.number(Field.LOCATION_MAPPING, mapping < 0 ? 0 : profile.mappings().get(mapping).id());
      inner.number(Field.LOCATION_ADDRESS, locations.address()[location]);
      for (int l = locations.firstLine()[location]; l < locations.firstLine()[location + 1]; l++) {
        line.cleared().number(Field.LINE_FUNCTION, locations.function()[l] + 1L);
        line.number(Field.LINE_LINE, locations.line()[l]);
        inner.message(Field.LOCATION_LINE, line);
      }
      out.message(Field.LOCATION, inner);
    }
  }

  private void functions(Profile profile, WireWriter inner) {
    for (int function = 0; function < profile.functions().count(); function++) {
      inner.cleared().number(Field.FUNCTION_ID, function + 1L);
      inner.number(Field.FUNCTION_NAME, string(profile.functions().name()[function]));
      inner.number(Field.FUNCTION_SYSTEM_NAME, string(profile.functions().systemName()[function]));
      inner.number(Field.FUNCTION_FILE, string(profile.functions().file()[function]));
      inner.number(Field.FUNCTION_START_LINE, profile.functions().startLine()[function]);
      out.message(Field.FUNCTION, inner);
    }
  }

  private WireWriter valueType(WireWriter to, ValueType type) {
    to.number(Field.VALUE_TYPE_TYPE, string(type.type()));
    to.number(Field.VALUE_TYPE_UNIT, string(type.unit()));
    return to;
  }

  /** String 0 in a label means there is none, so an empty one needs an entry of its own. */
  private int labelText(String text) {
    if (text.isEmpty() && secondEmpty == 0) {
      secondEmpty = strings.size();
      strings.add("");
    }
    return text.isEmpty() ? secondEmpty : string(text);
  }

  private int string(String text) {
    Integer known = stringNumbers.putIfAbsent(text, strings.size());
    if (known != null) {
      return known;
    }
    strings.add(text);
    return strings.size() - 1;
  }
}
