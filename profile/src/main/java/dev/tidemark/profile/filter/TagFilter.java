package dev.tidemark.profile.filter;

import dev.tidemark.profile.Label;
import dev.tidemark.profile.Profile;
import dev.tidemark.profile.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Filters samples by their labels (google/pprof internal/driver/driver_focus.go, {@code
 * compileTagFilter}). The expression is {@code [key=]value}; a value is a number with a unit, a
 * range of such ({@code 32kb:}, {@code :1mb}, {@code 32kb:1mb}), or regular expressions separated
 * by commas.
 *
 * @param focus keep samples that match; empty keeps all
 * @param ignore drop samples that match; empty drops none
 */
public record TagFilter(String focus, String ignore) {
  public static final TagFilter NONE = new TagFilter("", "");

  /**
   * What is left of a profile.
   *
   * @throws java.util.regex.PatternSyntaxException if a value is not a regular expression
   */
  public Profile apply(Profile profile) {
    if (focus.isEmpty() && ignore.isEmpty()) {
      return profile;
    }
    boolean[] keeps = new boolean[profile.labelSets().size()];
    Map<String, String> units = units(profile);
    Test focusTest = focus.isEmpty() ? labels -> true : test(focus, units);
    Test ignoreTest = ignore.isEmpty() ? labels -> false : test(ignore, units);
    for (int set = 0; set < keeps.length; set++) {
      List<Label> labels = profile.labelSets().get(set);
      keeps[set] = focusTest.matches(labels) && !ignoreTest.matches(labels);
    }
    Samples samples = profile.samples();
    int[] rows = new int[samples.count()];
    int[] first = new int[samples.count() + 1];
    int[] location = new int[samples.location().length];
    int count = 0;
    for (int sample = 0; sample < samples.count(); sample++) {
      if (keeps[samples.labelSet()[sample]]) {
        int from = samples.firstLocation()[sample];
        int length = samples.firstLocation()[sample + 1] - from;
        System.arraycopy(samples.location(), from, location, first[count], length);
        rows[count] = sample;
        first[count + 1] = first[count] + length;
        count++;
      }
    }
    return new Profile(
        profile.header(),
        SampleRows.select(
            samples,
            Arrays.copyOf(rows, count),
            Arrays.copyOf(first, count + 1),
            Arrays.copyOf(location, first[count])),
        profile.locations(),
        profile.functions(),
        profile.mappings(),
        profile.labelSets());
  }

  private interface Test {
    boolean matches(List<Label> labels);
  }

  private static Test test(String expression, Map<String, String> units) {
    int equals = expression.indexOf('=');
    String key = equals < 0 ? "" : expression.substring(0, equals);
    String value = expression.substring(equals + 1);
    QuantityRange range = QuantityRange.parse(value);
    if (range != null) {
      return labels ->
          labels.stream()
              .anyMatch(label ->
                  label instanceof Label.Number number
                      && (key.isEmpty() || number.key().equals(key))
                      && range.holds(number.value(), units.getOrDefault(number.key(), "")));
    }
    List<Pattern> patterns = new ArrayList<>();
    for (String part : value.split(",", -1)) {
      patterns.add(Pattern.compile(part));
    }
    // With a key one match is enough; without one every pattern must match some "key:value".
    return key.isEmpty()
        ? labels -> patterns.stream().allMatch(pattern -> anyText(labels, pattern, "", true))
        : labels -> patterns.stream().anyMatch(pattern -> anyText(labels, pattern, key, false));
  }

  private static boolean anyText(List<Label> labels, Pattern pattern, String key, boolean withKey) {
    for (Label label : labels) {
      if (label instanceof Label.Text text && (withKey || text.key().equals(key))) {
        String matched = withKey ? text.key() + ":" + text.value() : text.value();
        if (pattern.matcher(matched).find()) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * A unit for each key of numbers: the first that a profile names; where it names none, bytes for
   * two keys and the key itself for others (google/pprof profile/profile.go, {@code
   * NumLabelUnits}).
   */
  private static Map<String, String> units(Profile profile) {
    Map<String, String> units = new HashMap<>();
    for (List<Label> labels : profile.labelSets()) {
      for (Label label : labels) {
        if (label instanceof Label.Number number) {
          units.merge(number.key(), number.unit(), (known, next) -> known.isEmpty() ? next : known);
        }
      }
    }
    units.replaceAll((key, unit) -> unit.isEmpty() ? unitByKey(key) : unit);
    return units;
  }

  private static String unitByKey(String key) {
    return switch (key) {
      case "request", "alignment" -> "bytes";
      default -> key;
    };
  }
}
