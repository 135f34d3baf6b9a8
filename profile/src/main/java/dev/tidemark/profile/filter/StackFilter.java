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
 * <p>As there, samples without a stack go with any pattern, and a binary that matches matches all
 * frames in it.
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
    if (focus.isEmpty() && ignore.isEmpty() && hide.isEmpty() && show.isEmpty()) {
      return profile;
    }
    Names names = new Names(profile);
    boolean[] focused = names.locationsMatching(focus, true);
    boolean[] ignored = names.locationsMatching(ignore, false);
    Locations locations = profile.locations();
    Locations kept = withoutLines(locations, names.linesHidden(hide), names.linesShown(show));
    boolean[] gone = locationsGone(locations, kept, names.locationsMatching(hide, false));

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
        if (!gone[at]) {
          location[entries++] = at;
        }
      }
      if (isFocused && !isIgnored && entries > start) {
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
        kept,
        profile.functions(),
        profile.mappings(),
        profile.labelSets());
  }

  /**
   * A location without symbols is gone if its binary is hidden, or if only what matches is shown.
   */
  private boolean[] locationsGone(Locations all, Locations kept, boolean[] hidden) {
    boolean[] gone = new boolean[all.count()];
    for (int location = 0; location < gone.length; location++) {
      gone[location] =
          kept.lines(location) == 0
              && (all.lines(location) > 0 || !show.isEmpty() || hidden[location]);
    }
    return gone;
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
    boolean[] linesHidden(String pattern) {
      return lines(pattern, false, false);
    }

    boolean[] linesShown(String pattern) {
      return lines(pattern, true, true);
    }

    boolean[] locationsMatching(String pattern, boolean whenEmpty) {
      Locations locations = profile.locations();
      boolean[] matches = binariesMatching(pattern, whenEmpty);
      boolean[] lines = lines(pattern, whenEmpty, false);
      for (int location = 0; location < matches.length; location++) {
        for (int l = locations.firstLine()[location];
            l < locations.firstLine()[location + 1];
            l++) {
          matches[location] |= lines[l];
        }
      }
      return matches;
    }

    /** Lines whose function or file matches, and all lines of a location whose binary does. */
    private boolean[] lines(String pattern, boolean whenEmpty, boolean withoutFunction) {
      Locations locations = profile.locations();
      boolean[] matches = new boolean[locations.line().length];
      if (pattern.isEmpty()) {
        Arrays.fill(matches, whenEmpty);
        return matches;
      }
      boolean[] functions = functionsMatching(Pattern.compile(pattern));
      boolean[] binaries = binariesMatching(pattern, whenEmpty);
      for (int location = 0; location < binaries.length; location++) {
        for (int l = locations.firstLine()[location];
            l < locations.firstLine()[location + 1];
            l++) {
          int function = locations.function()[l];
          matches[l] = binaries[location] || (function < 0 ? withoutFunction : functions[function]);
        }
      }
      return matches;
    }

    private boolean[] binariesMatching(String pattern, boolean whenEmpty) {
      int[] mapping = profile.locations().mapping();
      boolean[] matches = new boolean[mapping.length];
      if (pattern.isEmpty()) {
        Arrays.fill(matches, whenEmpty);
        return matches;
      }
      Pattern compiled = Pattern.compile(pattern);
      boolean[] binaries = new boolean[profile.mappings().size()];
      for (int i = 0; i < binaries.length; i++) {
        binaries[i] = compiled.matcher(profile.mappings().get(i).file()).find();
      }
      for (int location = 0; location < matches.length; location++) {
        matches[location] = mapping[location] >= 0 && binaries[mapping[location]];
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
