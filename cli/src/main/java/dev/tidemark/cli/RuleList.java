package dev.tidemark.cli;

import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Rules;
import java.util.List;
import java.util.Locale;

/** {@code tidemark rules}: what {@code scan} looks for. */
final class RuleList implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of("rules", "lists what `tidemark scan` looks for, with the class of each rule.")
        .choice("--format", List.of("text", "json"), "how to say it (text)")
        .example("tidemark rules", "a line for each")
        .example("tidemark rules --format json", "the same for a script")
        .build();
  }

  @Override
  public ExitCode run(Arguments arguments, Console console) {
    List<RuleInfo> rules = Rules.infos();
    if (arguments.value("--format", "text").equals("json")) {
      console.out().println("{");
      console.out().println("  \"schema\": \"tidemark.rules/1\",");
      console.out().println("  \"rules\": [");
      for (int i = 0; i < rules.size(); i++) {
        String comma = i + 1 < rules.size() ? "," : "";
        console.out().println("    " + json(rules.get(i)) + comma);
      }
      console.out().println("  ]");
      console.out().println("}");
      return ExitCode.OK;
    }
    int width = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
    for (RuleInfo rule : rules) {
      console
          .out()
          .printf(
              "%-7s  %-" + width + "s  %s%n",
              word(rule),
              rule.id(),
              rule.title() + (rule.isDefault() ? "" : " (off unless asked for)"));
    }
    console.out().println();
    console.out().println("`tidemark explain RULE` tells more of one.");
    return ExitCode.OK;
  }

  static String word(RuleInfo rule) {
    return rule.leakClass().name().toLowerCase(Locale.ROOT);
  }

  static String json(RuleInfo rule) {
    return "{\"rule\": %s, \"class\": %s, \"title\": %s, \"cwe\": %s, \"fix\": %s, \"default\": %s}"
        .formatted(
            Json.quote(rule.id()),
            Json.quote(word(rule)),
            Json.quote(rule.title()),
            rule.cwe() == 0 ? "null" : String.valueOf(rule.cwe()),
            Json.quote(rule.fix()),
            rule.isDefault());
  }
}
