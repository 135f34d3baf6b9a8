package dev.tidemark.detect.memory.fit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Command-line options: {@code --name VALUE…}, a list of values for each name. */
record Options(Map<String, List<String>> values) {

  /**
   * The options of a command line.
   *
   * @throws IllegalArgumentException with what is wrong with it
   */
  static Options of(Set<String> known, String... arguments) {
    Map<String, List<String>> values = new HashMap<>();
    List<String> open = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.startsWith("--")) {
        if (!known.contains(argument)) {
          throw new IllegalArgumentException(
              "no option " + argument + "; there are " + new TreeSet<>(known));
        }
        open = values.computeIfAbsent(argument, _ -> new ArrayList<>());
      } else {
        open.add(argument);
      }
    }
    return new Options(values);
  }

  List<Path> paths(String name) {
    return values.getOrDefault(name, List.of()).stream().map(Path::of).toList();
  }

  double number(String name, double otherwise) {
    List<String> given = values.getOrDefault(name, List.of());
    return given.isEmpty() ? otherwise : Double.parseDouble(given.getLast());
  }

  int count(String name, int otherwise) {
    return (int) number(name, otherwise);
  }
}
