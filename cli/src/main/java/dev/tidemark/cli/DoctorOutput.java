package dev.tidemark.cli;

import dev.tidemark.cli.Check.Outcome;
import java.io.PrintStream;
import java.util.List;

/** What {@code doctor} found, for a person and for a script. */
final class DoctorOutput {
  private static final String GREEN = "\u001b[32m";
  private static final String YELLOW = "\u001b[33m";
  private static final String RED = "\u001b[31m";
  private static final String PLAIN = "\u001b[0m";

  private DoctorOutput() {}

  static void text(List<Check> checks, boolean isReady, Console console) {
    PrintStream out = console.out();
    int width = 0;
    for (Check check : checks) {
      width = Math.max(width, check.name().length());
    }
    for (Check check : checks) {
      String word = check.outcome().word();
      String padding = " ".repeat(Outcome.MISSING.word().length() - word.length());
      out.println(
          coloured(check.outcome(), word, console)
              + padding
              + "  "
              + check.name()
              + " ".repeat(width - check.name().length())
              + "  "
              + check.found());
      if (!check.advice().isEmpty()) {
        out.println(" ".repeat(11 + width) + check.advice());
      }
    }
    out.println(isReady ? "ready" : "not ready: see what is missing above");
  }

  private static String coloured(Outcome outcome, String word, Console console) {
    if (!console.hasColour()) {
      return word;
    }
    return switch (outcome) {
          case OK -> GREEN;
          case NOTE -> YELLOW;
          case MISSING -> RED;
        }
        + word
        + PLAIN;
  }

  static void json(List<Check> checks, boolean isReady, PrintStream out) {
    out.println("{");
    out.println("  \"schema\": \"tidemark-doctor/1\",");
    out.println("  \"version\": " + Json.quote(Version.current().number()) + ",");
    out.println("  \"commit\": " + Json.quote(Version.current().commit()) + ",");
    out.println("  \"ready\": " + isReady + ",");
    out.println("  \"checks\": [");
    for (int i = 0; i < checks.size(); i++) {
      Check check = checks.get(i);
      out.println(
          "    {\"name\": "
              + Json.quote(check.name())
              + ", \"outcome\": "
              + Json.quote(check.outcome().word())
              + ", \"found\": "
              + Json.quote(check.found())
              + ", \"advice\": "
              + Json.quote(check.advice())
              + (i + 1 < checks.size() ? "}," : "}"));
    }
    out.println("  ]");
    out.println("}");
  }
}
