package dev.tidemark.profile.oracle;

import dev.tidemark.profile.Label;
import dev.tidemark.profile.Profile;
import dev.tidemark.profile.ProfileHeader;
import dev.tidemark.profile.Samples;
import dev.tidemark.profile.ValueType;
import dev.tidemark.profile.table.Dictionary;
import dev.tidemark.profile.table.Grouping;
import dev.tidemark.profile.table.Table;
import dev.tidemark.profile.table.Totals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What Tidemark finds in a profile, in the lines that the oracle program prints. */
final class Description {
  private static final String SEPARATOR = "\u001f";

  private Description() {}

  static List<String> of(Profile profile) {
    List<String> lines = new ArrayList<>();
    ProfileHeader header = profile.header();
    lines.add(
        "header\t%d\t%d\t%d\t%s/%s\t%s"
            .formatted(
                header.timeNanos(),
                header.durationNanos(),
                header.period(),
                header.periodType().type(),
                header.periodType().unit(),
                header.defaultSampleType()));
    Table table = Table.of(profile);
    for (int type = 0; type < header.sampleTypes().size(); type++) {
      ValueType named = header.sampleTypes().get(type);
      lines.add("type\t%s\t%s\t%d".formatted(named.type(), named.unit(), table.total(type)));
    }
    for (int type = 0; type < header.sampleTypes().size(); type++) {
      lines.addAll(sums(table, type, Grouping.FUNCTION, "function"));
      lines.addAll(sums(table, type, Grouping.LINE, "line"));
    }
    lines.addAll(samples(profile));
    return lines;
  }

  private static List<String> sums(Table table, int type, Grouping grouping, String kind) {
    return Totals.of(table, type, grouping).entries().stream()
        .sorted(Comparator.comparing(Totals.Entry::name))
        .map(entry ->
            "%s\t%d\t%s\t%d\t%d"
                .formatted(kind, type, entry.name(), entry.flat(), entry.cumulative()))
        .toList();
  }

  /** Each sample as it stands in the file, in its order: not as the dictionary adds them up. */
  private static List<String> samples(Profile profile) {
    List<String> lines = new ArrayList<>();
    Samples samples = profile.samples();
    for (int sample = 0; sample < samples.count(); sample++) {
      List<String> values = new ArrayList<>();
      for (long[] column : samples.values()) {
        values.add(Long.toString(column[sample]));
      }
      lines.add(
          "sample\t%s\t%s\t%s"
              .formatted(
                  String.join(",", values),
                  labels(profile.labelSets().get(samples.labelSet()[sample])),
                  stack(profile, sample)));
    }
    return lines;
  }

  private static String labels(List<Label> labels) {
    return labels.stream()
        .map(label ->
            switch (label) {
              case Label.Text text -> text.key() + "=" + text.value();
              case Label.Number number ->
                  "%s#%d %s".formatted(number.key(), number.value(), number.unit());
            })
        .sorted()
        .collect(Collectors.joining(SEPARATOR));
  }

  private static String stack(Profile profile, int sample) {
    Samples samples = profile.samples();
    int[] first = samples.firstLocation();
    Profile one =
        new Profile(
            ProfileHeader.of(List.of()),
            new Samples(
                new long[0][],
                new int[] {0, first[sample + 1] - first[sample]},
                Arrays.copyOfRange(samples.location(), first[sample], first[sample + 1]),
                new int[1]),
            profile.locations(),
            profile.functions(),
            profile.mappings(),
            List.of(List.of()));
    Dictionary dictionary = new Dictionary();
    dictionary.add(one);
    return dictionary.framesOf(0).stream()
        .map(Object::toString)
        .collect(Collectors.joining(SEPARATOR));
  }
}
