package dev.tidemark.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Go files that say themselves what a rule finds in them: {@code // want "regexp"} at the end of a
 * line. Each folder of {@code rules} is named by its rule; what other rules find there is not
 * looked at. A file is a package of its own; {@code // go 1.20} on a line of its own is the
 * module's go line. Functions whose names begin with "fine" are those that a rule must leave alone:
 * there are at least twice as many of them as of those in which something is wanted.
 */
class RuleTestDataTest {
  private static final Path RULES = Path.of("src/test/resources/rules");

  private static final Pattern WANT =
      Pattern.compile("// want ((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*)+)$");
  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern FUNCTION = Pattern.compile("^func (?:\\([^)]*\\) )?(\\w+)");

  private static ShippedApi api;

  @BeforeAll
  static void readSummaries() throws IOException {
    api = ShippedApi.read();
  }

  static List<String> rulesWithData() throws IOException {
    try (Stream<Path> folders = Files.list(RULES)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  static List<String> infos() {
    return Rules.infos().stream().map(RuleInfo::id).toList();
  }

  @ParameterizedTest
  @MethodSource("rulesWithData")
  void findsWhatIsWantedAndNothingElse(String rule) throws IOException {
    assertThat(infos()).as("folders are named by rules").contains(rule);
    int positive = 0;
    int negative = 0;
    for (Path file : files(rule)) {
      String source = Files.readString(file);
      assertThat(found(rule, source)).as(file.toString()).isEqualTo(wanted(source));
      positive += functions(source).values().stream().filter(wants -> wants > 0).count();
      for (Map.Entry<String, Integer> function : functions(source).entrySet()) {
        if (function.getKey().matches("fine.*|.*Fine.*")) {
          assertThat(function.getValue()).as(function.getKey()).isZero();
          negative++;
        }
      }
    }
    assertThat(positive).as("functions in which something is wanted").isPositive();
    assertThat(negative).as("functions to be left alone").isGreaterThanOrEqualTo(2 * positive);
  }

  private static List<Path> files(String rule) throws IOException {
    try (Stream<Path> files = Files.list(RULES.resolve(rule))) {
      return files.filter(file -> file.toString().endsWith(".go")).sorted().toList();
    }
  }

  /** Patterns by line; in place of one that matches, the message that it stands for. */
  private static Map<Integer, List<String>> wanted(String source) {
    Map<Integer, List<String>> wanted = new TreeMap<>();
    List<String> lines = source.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher want = WANT.matcher(lines.get(i));
      if (want.find()) {
        List<String> patterns = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(want.group(1));
        while (quoted.find()) {
          patterns.add(quoted.group(1));
        }
        wanted.put(i + 1, patterns);
      }
    }
    return wanted;
  }

  /** What is found, by line: the pattern that is wanted there where the message has it. */
  private static Map<Integer, List<String>> found(String rule, String source) {
    Map<Integer, List<String>> wanted = wanted(source);
    Map<Integer, List<String>> found = new TreeMap<>();
    for (Finding finding : api.scan(source).findings()) {
      if (finding.rule().id().equals(rule)) {
        int line = finding.span().line();
        List<String> left = new ArrayList<>(wanted.getOrDefault(line, List.of()));
        List<String> here = found.computeIfAbsent(line, _ -> new ArrayList<>());
        here.forEach(left::remove);
        here.add(
            left.stream()
                .filter(pattern -> Pattern.compile(pattern).matcher(finding.message()).find())
                .findFirst()
                .orElse(finding.message()));
      }
    }
    return found;
  }

  /** How many findings are wanted in each declared function. */
  private static Map<String, Integer> functions(String source) {
    Map<String, Integer> wants = new TreeMap<>();
    String function = "";
    for (String line : source.lines().toList()) {
      Matcher declared = FUNCTION.matcher(line);
      if (declared.find()) {
        function = declared.group(1);
        assertThat(wants).doesNotContainKey(function);
        wants.put(function, 0);
      }
      if (WANT.matcher(line).find() && !function.isEmpty()) {
        wants.merge(function, 1, Integer::sum);
      }
    }
    return wants;
  }
}
