package dev.tidemark.golang.module;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A go.work file.
 *
 * @param uses folders of the modules that are worked on together, as written
 */
public record GoWork(
    Optional<GoVersion> go,
    List<String> uses,
    List<GoMod.Replace> replaces,
    Map<String, String> debug) {
  public GoWork {
    uses = List.copyOf(uses);
    replaces = List.copyOf(replaces);
    debug = Map.copyOf(debug);
  }

  /** Reads a file; lines that are not understood say nothing. */
  public static GoWork parse(byte[] bytes) {
    Optional<GoVersion> go = Optional.empty();
    List<String> uses = new ArrayList<>();
    List<GoMod.Replace> replaces = new ArrayList<>();
    Map<String, String> debug = new HashMap<>();
    for (ModLines.Line line : ModLines.of(bytes, new ArrayList<>())) {
      List<String> words = line.arguments();
      switch (line.verb()) {
        case "go" -> go = words.isEmpty() ? go : GoVersion.parse(words.getFirst());
        case "use" -> uses.addAll(words);
        case "replace" -> GoMod.replace(words, replaces);
        case "godebug" -> GoMod.debug(words, debug);
        default -> {}
      }
    }
    return new GoWork(go, uses, replaces, debug);
  }
}
