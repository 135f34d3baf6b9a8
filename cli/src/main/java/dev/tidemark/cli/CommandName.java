package dev.tidemark.cli;

import dev.tidemark.config.Suggestion;
import java.util.ArrayList;
import java.util.List;

/**
 * Every command there is. A command's classes are loaded when it is chosen and not before: starting
 * quickly is a feature, and {@code doctor} has no use for what {@code demo} stands on.
 */
enum CommandName {
  SCAN("scan", "finds Go code that leaks or lets memory grow, and says why"),
  RULES("rules", "lists what scan looks for"),
  EXPLAIN("explain", "explains one of scan's rules: what is found, what is fine, and why"),
  CACHE("cache", "says how much scans keep for the next ones, or takes it away"),
  INSPECT("inspect", "says what grows in a Go process, and whether it is a leak"),
  DIFF("diff", "compares two profiles: what grew, what shrank"),
  DEMO("demo", "shows a recorded leak and its fixed twin, in ten seconds, without Go"),
  GOLANG(
      "golang", "says what the Go front end makes of a source tree: counts, types, API summaries"),
  DOCTOR("doctor", "says what this machine has and lacks for Tidemark, and what to do about it"),
  COMPLETION("completion", "prints a completion script for bash, zsh or fish");

  private final String word;
  private final String summary;

  CommandName(String word, String summary) {
    this.word = word;
    this.summary = summary;
  }

  String word() {
    return word;
  }

  String summary() {
    return summary;
  }

  Command load() {
    return switch (this) {
      case SCAN -> new Scan();
      case RULES -> new RuleList();
      case EXPLAIN -> new Explain();
      case CACHE -> new Cache();
      case INSPECT -> new Inspect();
      case DIFF -> new Diff();
      case DEMO -> new Demo();
      case GOLANG -> new Golang();
      case DOCTOR -> new Doctor();
      case COMPLETION -> new Completion();
    };
  }

  static CommandName of(String word) throws CommandException {
    for (CommandName name : values()) {
      if (name.word.equals(word)) {
        return name;
      }
    }
    List<String> words = new ArrayList<>();
    for (CommandName name : values()) {
      words.add(name.word);
    }
    String kind = word.startsWith("-") ? "option " : "command ";
    words.add("--help");
    words.add("--version");
    throw new CommandException(
        "there is no "
            + kind
            + word
            + Suggestion.among(words, word)
            + " (`tidemark --help` lists all)",
        "");
  }
}
