package dev.tidemark.cli;

import dev.tidemark.cli.Check.Outcome;
import java.util.List;

/** {@code tidemark doctor}: what this machine has and lacks for Tidemark. */
final class Doctor implements Command {

  @Override
  public Syntax syntax() {
    return Syntax.of(
            "doctor",
            "says what this machine has and lacks for Tidemark, and what to do about it."
                + " Ends with 1 if something is missing.")
        .choice("--format", List.of("text", "json"), "how to say it (text)")
        .example("tidemark doctor", "why it starts slowly, which JDK it took")
        .example("tidemark doctor --format json", "the same for a script")
        .build();
  }

  @Override
  public ExitCode run(Arguments arguments, Console console) {
    List<Check> checks = Installation.ofProcess().examine();
    boolean isReady = true;
    for (Check check : checks) {
      isReady &= check.outcome() != Outcome.MISSING;
    }
    if (arguments.value("--format", "text").equals("json")) {
      DoctorOutput.json(checks, isReady, console.out());
    } else {
      DoctorOutput.text(checks, isReady, console);
    }
    return isReady ? ExitCode.OK : ExitCode.FOUND;
  }
}
