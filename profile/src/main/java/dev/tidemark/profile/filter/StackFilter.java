package dev.tidemark.profile.filter;

import dev.tidemark.profile.Functions;
import dev.tidemark.profile.Locations;
import dev.tidemark.profile.Profile;
import dev.tidemark.profile.Samples;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Filters samples by the names on their stacks (google/pprof profile/filter.go, {@code
 * FilterSamplesByName}). A name is a function's, a file's, or that of the binary a location lies
 * in. Patterns match anywhere in a name; the empty pattern filters nothing.
 *
 * @param focus keep samples with a match on their stack
 * @param ignore drop samples with a match on their stack, whatever focus says
 * @param hide take frames that match off the stacks
 * @param show take frames that do not match off the stacks
 */
public record StackFilter(String focus, String ignore, String hide, String show) {
  public static final StackFilter NONE = new StackFilter("", "", "", "");

  /**
   * What is left of a profile; samples whose stack becomes empty go.
   *
   * @throws java.util.regex.PatternSyntaxException if a pattern is not a regular expression
   */
  public Profile apply(Profile profile) {
    if (equals(NONE)) {
      return profile;
    }
    Names names = new Names(profile);
    boolean[] focused = names.locationsMatching(focus, true);
    boolean[] ignored = names.locationsMatching(ignore, false);
    boolean[] hidden = names.linesMatching(hide, false);
    boolean[] shown = names.linesMatching(show, true);
    Locations locations = profile.locations();
    Locations kept = withoutLines(locations, hidden, shown);
    boolean cutsFrames = !hide.isEmpty() || !show.isEmpty();

    Samples samples = profile.samples();
    int[] sampleOf = new int[samples.count()];
    int[] first = new int[samples.count() + 1];
    int[] location = new int[samples.location().length];
    int count = 0;
    int entries = 0;
    for (int sample = 0; sample < samples.count(); sample++) {
      boolean isFocused = false;
      boolean isIgnored = false;
      int start = entries;
      for (int i = samples.firstLocation()[sample]; i < samples.firstLocation()[sample + 1]; i++) {
        int at = samples.location()[i];
        isIgnored |= ignored[at];
        isFocused |= focused[at];
        if (!cutsFrames || kept.lines(at) > 0) {
          location[entries++] = at;
        }
      }
      // An empty stack matches no focus pattern, and is whole where nothing can be cut from it.
      boolean isEmptyByNature =
          samples.firstLocation()[sample] == samples.firstLocation()[sample + 1] && focus.isEmpty();
      if (!isIgnored && (isFocused || isEmptyByNature) && (entries > start || isEmptyByNature)) {
        sampleOf[count++] = sample;
        first[count] = entries;
      } else {
        entries = start;
      }
    }
    return new Profile(
        profile.header(),
        SampleRows.select(
            samples,
            Arrays.copyOf(sampleOf, count),
            Arrays.copyOf(first, count + 1),
            Arrays.copyOf(location, entries)),
        cutsFrames ? kept : locations,
        profile.functions(),
        profile.mappings(),
        profile.labelSets());
  }

  private Locations withoutLines(Locations locations, boolean[] hidden, boolean[] shown) {
    int[] firstLine = new int[locations.count() + 1];
    int[] function = new int[locations.line().length];
    int[] line = new int[locations.line().length];
    int kept = 0;
    for (int location = 0; location < locations.count(); location++) {
      for (int l = locations.firstLine()[location]; l < locations.firstLine()[location + 1]; l++) {
        if (!hidden[l] && shown[l]) {
          function[kept] = locations.function()[l];
          line[kept++] = locations.line()[l];
        }
      }
      firstLine[location + 1] = kept;
    }
    return new Locations(
        locations.address(),
        locations.mapping(),
        firstLine,
        Arrays.copyOf(function, kept),
        Arrays.copyOf(line, kept));
  }

  /** Which locations and lines of a profile a pattern matches. */
  private record Names(Profile profile) {
    boolean[] linesMatching(String pattern, boolean whenEmpty) {
      Locations locations = profile.locations();
      boolean[] matches = new boolean[locations.line().length];
      if (pattern.isEmpty()) {
        Arrays.fill(matches, whenEmpty);
        return matches;
      }
      boolean[] functions = functionsMatching(Pattern.compile(pattern));
      for (int l = 0; l < matches.length; l++) {
        int function = locations.function()[l];
        matches[l] = function >= 0 && functions[function];
      }
      return matches;
    }

    boolean[] locationsMatching(String pattern, boolean whenEmpty) {
      Locations locations = profile.locations();
      boolean[] matches = new boolean[locations.count()];
      if (pattern.isEmpty()) {
        Arrays.fill(matches, whenEmpty);
        return matches;
      }
      Pattern compiled = Pattern.compile(pattern);
      boolean[] lines = linesMatching(pattern, whenEmpty);
      for (int location = 0; location < matches.length; location++) {
        for (int l = locations.firstLine()[location];
            l < locations.firstLine()[location + 1];
            l++) {
          matches[location] |= lines[l];
        }
        int mapping = locations.mapping()[location];
        matches[location] |=
            mapping >= 0 && compiled.matcher(profile.mappings().get(mapping).file()).find();
      }
      return matches;
    }

    private boolean[] functionsMatching(Pattern pattern) {
      Functions functions = profile.functions();
      boolean[] matches = new boolean[functions.count()];
      for (int i = 0; i < matches.length; i++) {
        matches[i] =
            pattern.matcher(functions.name()[i]).find()
                || pattern.matcher(functions.file()[i]).find();
      }
      return matches;
    }
  }
}
