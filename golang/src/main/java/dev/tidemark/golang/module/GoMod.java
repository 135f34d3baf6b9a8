package dev.tidemark.golang.module;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A go.mod file.
 *
 * @param module its path; empty where the file does not say
 * @param go the language version of its {@code go} line, if it has one
 * @param requires every module that is required
 * @param excludes versions that are not to be used, whoever requires them
 * @param debug settings of {@code godebug} lines
 * @param ignored folders that belong to no package, relative to the module or anywhere below it
 * @param problems what could not be understood, by line
 */
public record GoMod(
    String module,
    Optional<GoVersion> go,
    List<Require> requires,
    List<Replace> replaces,
    List<ModuleVersion> excludes,
    Map<String, String> debug,
    List<String> ignored,
    List<String> problems) {
  public GoMod {
    requires = List.copyOf(requires);
    replaces = List.copyOf(replaces);
    excludes = List.copyOf(excludes);
    debug = Map.copyOf(debug);
    ignored = List.copyOf(ignored);
    problems = List.copyOf(problems);
  }

  /**
   * @param isIndirect whether no package of the module itself imports from it
   */
  public record Require(ModuleVersion module, boolean isIndirect) {}

  /**
   * @param from every version of a module where none is given
   * @param to a module, or a folder where its version is empty
   */
  public record Replace(ModuleVersion from, ModuleVersion to) {
    /** Whether a folder takes the place of the module. */
    public boolean isFolder() {
      return to.version().isEmpty();
    }

    boolean isOf(ModuleVersion module) {
      return from.path().equals(module.path())
          && (from.version().isEmpty() || from.version().equals(module.version()));
    }
  }

  /** Reads a file; what is wrong with it becomes a problem and no exception. */
  public static GoMod parse(byte[] bytes) {
    List<ModLines.Problem> found = new ArrayList<>();
    String module = "";
    Optional<GoVersion> go = Optional.empty();
    List<Require> requires = new ArrayList<>();
    List<Replace> replaces = new ArrayList<>();
    List<ModuleVersion> excludes = new ArrayList<>();
    Map<String, String> debug = new HashMap<>();
    List<String> ignored = new ArrayList<>();
    for (ModLines.Line line : ModLines.of(bytes, found)) {
      List<String> words = line.arguments();
      boolean isUnderstood =
          switch (line.verb()) {
            case "module" -> {
              module = words.isEmpty() ? module : words.getFirst();
              yield !words.isEmpty();
            }
            case "go" -> {
              go = words.isEmpty() ? go : GoVersion.parse(words.getFirst());
              yield go.isPresent();
            }
            case "require" -> {
              if (words.size() >= 2) {
                boolean isIndirect = line.comment().startsWith("indirect");
                requires.add(
                    new Require(new ModuleVersion(words.get(0), words.get(1)), isIndirect));
              }
              yield words.size() >= 2;
            }
            case "replace" -> replace(words, replaces);
            case "godebug" -> debug(words, debug);
            case "ignore" -> ignored.addAll(words);
            case "exclude" -> {
              if (words.size() >= 2) {
                excludes.add(new ModuleVersion(words.get(0), words.get(1)));
              }
              yield words.size() >= 2;
            }
            case "toolchain", "retract", "tool" -> true;
            default -> false;
          };
      if (!isUnderstood) {
        found.add(new ModLines.Problem(line.number(), "not understood: " + line.verb()));
      }
    }
    List<String> problems =
        found.stream().map(problem -> problem.line() + ": " + problem.message()).toList();
    return new GoMod(module, go, requires, replaces, excludes, debug, ignored, problems);
  }

  /** What stands for a file that is not there or names no module: the name of the folder. */
  static GoMod nameless(String folder) {
    String name = folder.substring(folder.lastIndexOf('/') + 1);
    return new GoMod(
        name.isEmpty() ? "main" : name,
        Optional.of(GoVersion.LATEST),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        List.of());
  }

  static boolean replace(List<String> words, List<Replace> replaces) {
    int arrow = words.indexOf("=>");
    if (arrow < 1 || arrow + 1 >= words.size()) {
      return false;
    }
    ModuleVersion from = new ModuleVersion(words.getFirst(), arrow > 1 ? words.get(1) : "");
    String version = arrow + 2 < words.size() ? words.get(arrow + 2) : "";
    replaces.add(new Replace(from, new ModuleVersion(words.get(arrow + 1), version)));
    return true;
  }

  static boolean debug(List<String> words, Map<String, String> debug) {
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        debug.put(word.substring(0, equals), word.substring(equals + 1));
      }
    }
    return !words.isEmpty();
  }

  /** The version that its files are written in. */
  public GoVersion languageVersion() {
    return go.orElse(GoVersion.UNSTATED);
  }
}
