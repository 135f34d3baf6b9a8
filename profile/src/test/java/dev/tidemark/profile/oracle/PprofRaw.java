package dev.tidemark.profile.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What {@code go tool pprof -raw} prints.
 *
 * @param types value types as {@code type/unit}
 * @param stacks values of each stack of {@code function file:line}, those of equal stacks added up
 */
record PprofRaw(List<String> types, Map<List<String>, List<Long>> stacks) {
  private static final Pattern SAMPLE = Pattern.compile("\\s*([-0-9 ]+):((?: \\d+)*)\\s*");
  private static final Pattern LOCATION =
      Pattern.compile("\\s*(\\d+): (0x[0-9a-f]+) (?:M=\\d+ )?(?:\\[F\\] )?(.*)");
  private static final Pattern LINE = Pattern.compile("\\s*(.*) (.*):(\\d+):\\d+ s=\\d+.*");

  static PprofRaw of(GoTools go, List<String> arguments) {
    List<String> all = new ArrayList<>(List.of("-raw"));
    all.addAll(arguments);
    return parse(go.pprof(all));
  }

  private static PprofRaw parse(List<String> lines) {
    int samples = lines.indexOf("Samples:");
    int locations = lines.indexOf("Locations");
    int mappings = lines.indexOf("Mappings");
    List<String> types =
        Arrays.stream(lines.get(samples + 1).split(" "))
            .map(type -> type.replace("[dflt]", ""))
            .toList();
    Map<String, List<String>> frames = frames(lines.subList(locations + 1, mappings));
    Map<List<String>, List<Long>> stacks = new HashMap<>();
    for (String line : lines.subList(samples + 2, locations)) {
      Matcher sample = SAMPLE.matcher(line);
      if (sample.matches()) {
        List<String> stack = new ArrayList<>();
        for (String id : sample.group(2).strip().split(" ")) {
          if (!id.isEmpty()) {
            stack.addAll(Objects.requireNonNull(frames.get(id)));
          }
        }
        List<Long> values =
            Arrays.stream(sample.group(1).strip().split("\\s+")).map(Long::valueOf).toList();
        stacks.merge(stack, values, PprofRaw::sum);
      }
    }
    return new PprofRaw(types, stacks);
  }

  private static Map<String, List<String>> frames(List<String> lines) {
    Map<String, List<String>> frames = new TreeMap<>();
    List<String> current = new ArrayList<>();
    for (String text : lines) {
      Matcher location = LOCATION.matcher(text);
      String rest = text;
      if (location.matches()) {
        current = new ArrayList<>();
        frames.put(location.group(1), current);
        rest = location.group(3);
        if (rest.isBlank()) {
          current.add(location.group(2));
          continue;
        }
      }
      Matcher line = LINE.matcher(rest);
      if (!line.matches()) {
        throw new AssertionError("not a line of a location: " + text);
      }
      current.add(
          line.group(2).isEmpty()
              ? line.group(1)
              : line.group(1) + " " + line.group(2) + ":" + line.group(3));
    }
    return frames;
  }

  static List<Long> sum(List<Long> one, List<Long> other) {
    List<Long> sum = new ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      sum.add(one.get(i) + other.get(i));
    }
    return sum;
  }

  /** Without stacks whose values add up to nothing. */
  static Map<List<String>, List<Long>> withoutZeros(Map<List<String>, List<Long>> stacks) {
    return stacks.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(value -> value != 0))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
