package dev.tidemark.cli;

import dev.tidemark.config.Suggestion;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code tidemark explain}: the page of a rule. */
final class Explain implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(
            "explain",
            "explains one of the rules of `tidemark scan`: what it finds, what is fine, when it is"
                + " not a leak, and what to do.")
        .operand("RULE", 1, 1, "its name, as `tidemark rules` lists it")
        .choice("--format", List.of("text", "json"), "how to say it (text)")
        .example("tidemark explain lost-cancel", "")
        .build();
  }

  @Override
  public ExitCode run(Arguments arguments, Console console) throws CommandException {
    String asked = arguments.operands().getFirst();
    List<RuleInfo> rules = Rules.infos();
    RuleInfo rule = rules.stream().filter(one -> one.id().equals(asked)).findFirst().orElse(null);
    if (rule == null) {
      List<String> names = rules.stream().map(RuleInfo::id).toList();
      throw new CommandException(
          "there is no rule " + asked + Suggestion.among(names, asked),
          "`tidemark rules` lists all");
    }
    String page = page(rule.id());
    if (arguments.value("--format", "text").equals("json")) {
      String info = RuleList.json(rule);
      console
          .out()
          .println(
              "{\"schema\": \"tidemark.rule/1\", "
                  + info.substring(1, info.length() - 1)
                  + ", \"page\": "
                  + Json.quote(page)
                  + "}");
      return ExitCode.OK;
    }
    console.out().print(page);
    console.out().println();
    console.out().println("## What to do");
    console.out().println(rule.fix());
    String cwe = rule.cwe() == 0 ? "" : ", CWE-" + rule.cwe();
    console.out().println();
    console.out().println("class " + RuleList.word(rule) + cwe);
    return ExitCode.OK;
  }

  static String page(String rule) {
    try (InputStream in = Explain.class.getResourceAsStream("rules/" + rule + ".md")) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
