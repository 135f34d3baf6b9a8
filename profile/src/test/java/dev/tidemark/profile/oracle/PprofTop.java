package dev.tidemark.profile.oracle;

import dev.tidemark.profile.ValueType;
import dev.tidemark.profile.table.Totals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code go tool pprof -top} prints, with nothing cut and in exact units.
 *
 * @param functions flat and cumulative sums by function
 * @param total of the whole profile, filtered or not
 */
record PprofTop(Map<String, Sums> functions, long total) {
  record Sums(long flat, long cumulative) {
    static final Sums NONE = new Sums(0, 0);
  }

  private static final Pattern ROW =
      Pattern.compile("\\s*(\\S+)\\s+\\S+\\s+\\S+\\s+(\\S+)\\s+\\S+\\s+(.*)");
  private static final Pattern TOTAL = Pattern.compile(".* of (\\S+) total.*");
  private static final Pattern NUMBER = Pattern.compile("(-?[0-9.e+]+)(B|ns|)");

  /** Runs pprof for one value type of its last arguments. */
  static PprofTop of(GoTools go, ValueType type, List<String> arguments) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "-top",
                "-nodecount=0",
                "-nodefraction=0",
                "-edgefraction=0",
                "-unit=" + unit(type),
                "-sample_index=" + type.type()));
    all.addAll(arguments);
    return parse(go.pprof(all));
  }

  /** Compares with the sums of a table; a function of sums 0 may be told by one side alone. */
  void compare(Comparisons comparisons, String name, Totals totals) {
    Map<String, Sums> ours = new TreeMap<>();
    for (Totals.Entry entry : totals.entries()) {
      ours.put(entry.name(), new Sums(entry.flat(), entry.cumulative()));
    }
    TreeSet<String> names = new TreeSet<>(ours.keySet());
    names.addAll(functions.keySet());
    for (String function : names) {
      Sums mine = ours.getOrDefault(function, Sums.NONE);
      Sums theirs = functions.getOrDefault(function, Sums.NONE);
      comparisons.equal(name + ": flat of " + function, mine.flat(), theirs.flat());
      comparisons.equal(
          name + ": cumulative of " + function, mine.cumulative(), theirs.cumulative());
    }
  }

  private static PprofTop parse(List<String> lines) {
    Map<String, Sums> functions = new TreeMap<>();
    boolean inTable = false;
    long total = 0;
    for (String line : lines) {
      Matcher totals = TOTAL.matcher(line);
      if (!inTable && line.startsWith("Showing nodes") && totals.matches()) {
        total = number(totals.group(1));
      }
      Matcher row = ROW.matcher(line);
      if (inTable && row.matches()) {
        String name = row.group(3).replaceFirst(" \\((partial-)?inline\\)$", "");
        // So it prints a function whose name is empty.
        functions.put(
            name.equals("<unknown>") ? "" : name,
            new Sums(number(row.group(1)), number(row.group(2))));
      }
      inTable |= line.contains("flat  flat%");
    }
    if (!inTable) {
      throw new AssertionError("no table in what pprof printed: " + lines);
    }
    return new PprofTop(functions, total);
  }

  private static long number(String text) {
    Matcher matcher = NUMBER.matcher(text);
    if (!matcher.matches()) {
      throw new AssertionError("not an exact number: " + text);
    }
    return new BigDecimal(matcher.group(1)).longValueExact();
  }

  private static String unit(ValueType type) {
    return switch (type.unit()) {
      case "bytes" -> "b";
      case "nanoseconds" -> "ns";
      default -> "count";
    };
  }
}
