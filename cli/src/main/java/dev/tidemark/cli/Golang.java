package dev.tidemark.cli;

import dev.tidemark.workspace.DiskFiles;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code tidemark golang}: what the Go front end makes of a source tree. */
final class Golang implements Command {
  /** Which of the three an option is for. */
  private static final Map<String, String> OF =
      new TreeMap<>(
          Map.of(
              "--no-dependencies", "types",
              "--whole-modules", "summarize",
              "--output", "summarize"));

  @Override
  public Syntax syntax() {
    return Syntax.of(
            "golang",
            "says what Tidemark's Go front end makes of a module: `stats` counts and names syntax"
                + " errors, `types` prints the type of each expression, `summarize` keeps the API"
                + " of a module's dependencies for machines that lack them. Needs no Go.")
        .operand("WHAT", List.of("stats", "types", "summarize"), "what to do")
        .operand("DIR", 1, 1, "a folder of a module")
        .flag("--no-dependencies", "types: read no source of dependencies, API summaries only")
        .flag("--whole-modules", "summarize: all packages of what is required, imported or not")
        .option("--output", "FILE", "summarize: where to (a file of the user's own summaries)")
        .choice("--format", List.of("text", "json"), "how to say it (text)")
        .example("tidemark golang stats .", "how much Go there is, and what does not parse")
        .example("tidemark golang types . --no-dependencies", "what is known without downloads")
        .example("tidemark golang summarize .", "the dependencies' API, for where they are missing")
        .build();
  }

  @Override
  public ExitCode run(Arguments arguments, Console console) throws CommandException {
    String what = arguments.operands().getFirst();
    refuseForeign(what, arguments);
    boolean isJson = arguments.value("--format", "text").equals("json");
    GoModule module = GoModule.in(arguments.operands().get(1));
    ExitCode code =
        switch (what) {
          case "stats" -> GolangStats.run(module, isJson, console);
          case "types" ->
              GolangTypes.run(module, !arguments.has("--no-dependencies"), isJson, console);
          default ->
              GolangSummarize.run(
                  module,
                  arguments.has("--whole-modules"),
                  arguments.value("--output", ""),
                  isJson,
                  console);
        };
    for (DiskFiles.Unread unread : module.files().unread()) {
      console.complain(unread.path() + ": " + unread.reason(), "");
    }
    return code;
  }

  /** An option that one of the three does not have is a mistake, not to be passed over. */
  private static void refuseForeign(String what, Arguments arguments) throws CommandException {
    for (Map.Entry<String, String> option : OF.entrySet()) {
      boolean isGiven =
          arguments.has(option.getKey()) || !arguments.value(option.getKey(), "").isEmpty();
      if (isGiven && !option.getValue().equals(what)) {
        throw new CommandException(
            "golang %s has no %s".formatted(what, option.getKey()),
            "it is one of `tidemark golang %s`".formatted(option.getValue()));
      }
    }
  }
}
