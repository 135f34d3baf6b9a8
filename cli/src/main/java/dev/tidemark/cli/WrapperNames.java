package dev.tidemark.cli;

import dev.tidemark.config.Suggestion;
import dev.tidemark.golang.effect.AnalyzedPackage;
import dev.tidemark.golang.types.Interface;
import dev.tidemark.golang.types.TypeName;
import dev.tidemark.scan.Wrappers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Functions that are configured and that their package, which was scanned, does not have. */
final class WrapperNames {
  private final Set<String> asked = new TreeSet<>();

  /** Of each package the functions it has, and the methods asked for that an interface may have. */
  private final Queue<Map.Entry<String, Set<String>>> seen = new ConcurrentLinkedQueue<>();

  WrapperNames(Wrappers wrappers) {
    asked.addAll(wrappers.closes());
    asked.addAll(wrappers.bounds());
    asked.addAll(wrappers.entries());
  }

  /** May be called by several threads. */
  void see(AnalyzedPackage analyzed) {
    String path = analyzed.pkg().path();
    List<String> own = asked.stream().filter(name -> isOf(path, name)).toList();
    if (own.isEmpty()) {
      return;
    }
    Set<String> names = new HashSet<>();
    analyzed.bodies().forEach(body -> names.add(body.name()));
    own.stream().filter(name -> isOfInterface(analyzed, name)).forEach(names::add);
    seen.add(Map.entry(path, names));
  }

  private static boolean isOf(String path, String name) {
    return name.startsWith(path + ".") && name.indexOf('/', path.length()) < 0;
  }

  private static boolean isOfInterface(AnalyzedPackage analyzed, String name) {
    String[] parts = name.substring(analyzed.pkg().path().length() + 1).split("\\.");
    return parts.length == 2
        && analyzed.pkg().member(parts[0]).orElse(null) instanceof TypeName type
        && type.type().underlying() instanceof Interface;
  }

  /** A sentence for each. */
  List<String> missing() {
    Map<String, Set<String>> functions = new HashMap<>();
    seen.forEach(one ->
        functions.computeIfAbsent(one.getKey(), _ -> new HashSet<>()).addAll(one.getValue()));
    List<String> sentences = new ArrayList<>();
    for (String name : asked) {
      functions.forEach((path, known) -> {
        if (isOf(path, name) && !known.contains(name)) {
          String near = Suggestion.among(known.stream().sorted().toList(), name);
          sentences.add("there is no function " + name + ", which tidemark.yaml names" + near);
        }
      });
    }
    return sentences;
  }
}
