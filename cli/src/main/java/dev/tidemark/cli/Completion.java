package dev.tidemark.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code tidemark completion}: what a shell needs to complete a command line, from the commands'
 * own syntax.
 */
final class Completion implements Command {

  @Override
  public Syntax syntax() {
    return Syntax.of("completion", "prints a completion script for a shell.")
        .operand("SHELL", List.of("bash", "zsh", "fish"), "bash, zsh or fish")
        .example("source <(tidemark completion bash)", "in ~/.bashrc")
        .example("tidemark completion zsh >~/.zfunc/_tidemark", "with ~/.zfunc in fpath")
        .example("tidemark completion fish >~/.config/fish/completions/tidemark.fish", "once")
        .build();
  }

  @Override
  public ExitCode run(Arguments arguments, Console console) {
    List<Syntax> commands = new ArrayList<>();
    for (CommandName name : CommandName.values()) {
      commands.add(name.load().syntax());
    }
    console
        .out()
        .print(
            switch (arguments.operands().getFirst()) {
              case "bash" -> CompletionScript.bash(commands);
              case "zsh" -> CompletionScript.zsh(commands);
              case "fish" -> CompletionScript.fish(commands);
              default -> throw new IllegalStateException("a shell that the syntax does not offer");
            });
    return ExitCode.OK;
  }
}
