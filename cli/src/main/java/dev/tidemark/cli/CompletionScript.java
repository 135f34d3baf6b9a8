package dev.tidemark.cli;

import java.util.ArrayList;
import java.util.List;

/** Completion scripts. The first word is a command, the others its options and operands. */
final class CompletionScript {
  private CompletionScript() {}

  static String bash(List<Syntax> commands) {
    StringBuilder choices = new StringBuilder();
    StringBuilder words = new StringBuilder();
    List<String> names = new ArrayList<>();
    for (Syntax syntax : commands) {
      names.add(syntax.command());
      List<String> options = new ArrayList<>();
      for (Syntax.Option option : syntax.options()) {
        options.add(option.name());
        if (!option.choices().isEmpty()) {
          choices.append(
              "    '%s %s') words='%s' ;;\n"
                  .formatted(syntax.command(), option.name(), String.join(" ", option.choices())));
        } else if (option.takesValue()) {
          choices.append("    '%s %s') words= ;;\n".formatted(syntax.command(), option.name()));
        }
      }
      options.add("--help");
      List<String> operands = operandChoices(syntax);
      words.append(
          "      %s) if [[ $current == -* ]]; then words='%s'; else words='%s'; fi ;;\n"
              .formatted(syntax.command(), String.join(" ", options), String.join(" ", operands)));
    }
    return """
    # bash completion for tidemark; made by `tidemark completion bash`
    _tidemark() {
      local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=
      if ((COMP_CWORD == 1)); then
        COMPREPLY=($(compgen -W '%s --help --version' -- "$current"))
        return
      fi
      case "${COMP_WORDS[1]} $before" in
    %s    *)
          case ${COMP_WORDS[1]} in
    %s      esac
          ;;
      esac
      # With nothing to offer, bash falls back on file names.
      COMPREPLY=($(compgen -W "$words" -- "$current"))
    }
    complete -o default -F _tidemark tidemark
    """
        .formatted(String.join(" ", names), choices, words);
  }

  static String zsh(List<Syntax> commands) {
    StringBuilder names = new StringBuilder();
    StringBuilder cases = new StringBuilder();
    for (Syntax syntax : commands) {
      names.append("    '%s:%s'\n".formatted(syntax.command(), zshText(syntax.purpose())));
      cases.append("    %s)\n      _arguments \\\n".formatted(syntax.command()));
      for (Syntax.Option option : syntax.options()) {
        String value =
            option.takesValue()
                ? ":" + zshText(option.value()) + ":" + zshValues(option.choices())
                : "";
        cases.append(
            "        '%s%s[%s]%s' \\\n"
                .formatted(
                    option.repeatable() ? "*" : "", option.name(), zshText(option.help()), value));
      }
      for (Syntax.Operand operand : syntax.operands()) {
        cases.append(
            "        '%s:%s:%s' \\\n"
                .formatted(
                    operand.most() > 1 ? "*" : "",
                    zshText(operand.name()),
                    zshValues(operand.choices())));
      }
      cases.append("        '--help[what it does]'\n      ;;\n");
    }
    return """
    #compdef tidemark
    # zsh completion for tidemark; made by `tidemark completion zsh`
    _tidemark() {
      local -a commands
      commands=(
    %s  )
      if ((CURRENT == 2)); then
        _describe command commands
        _arguments '--help[all commands]' '--version[the version]'
        return
      fi
      local command=$words[2]
      shift words
      ((CURRENT--))
      case $command in
    %s  esac
    }
    # Loaded from a file in fpath it completes; sourced it registers itself.
    if [[ $funcstack[1] == _tidemark ]]; then _tidemark "$@"; else compdef _tidemark tidemark; fi
    """
        .formatted(names, cases);
  }

  private static String zshText(String text) {
    return text.replace("'", "'\\''").replace(":", "\\:").replace("[", "\\[").replace("]", "\\]");
  }

  private static String zshValues(List<String> choices) {
    return choices.isEmpty() ? "_files" : "(" + String.join(" ", choices) + ")";
  }

  static String fish(List<Syntax> commands) {
    StringBuilder script =
        new StringBuilder("# fish completion for tidemark; made by `tidemark completion fish`\n");
    script.append("complete -c tidemark -n __fish_use_subcommand -l version -d 'the version'\n");
    script.append("complete -c tidemark -l help -d 'what it does'\n");
    for (Syntax syntax : commands) {
      script.append(
          "complete -c tidemark -f -n __fish_use_subcommand -a %s -d '%s'\n"
              .formatted(syntax.command(), fishText(syntax.purpose())));
      String chosen = "-n '__fish_seen_subcommand_from " + syntax.command() + "'";
      for (Syntax.Option option : syntax.options()) {
        String value = option.takesValue() ? " -r" : "";
        if (!option.choices().isEmpty()) {
          value = " -x -a '" + String.join(" ", option.choices()) + "'";
        }
        script.append(
            "complete -c tidemark %s -l %s%s -d '%s'\n"
                .formatted(chosen, option.name().substring(2), value, fishText(option.help())));
      }
      List<String> operands = operandChoices(syntax);
      if (!operands.isEmpty()) {
        script.append(
            "complete -c tidemark -f %s -a '%s'\n".formatted(chosen, String.join(" ", operands)));
      }
    }
    return script.toString();
  }

  private static String fishText(String text) {
    return text.replace("\\", "\\\\").replace("'", "\\'");
  }

  private static List<String> operandChoices(Syntax syntax) {
    List<String> choices = new ArrayList<>();
    for (Syntax.Operand operand : syntax.operands()) {
      choices.addAll(operand.choices());
    }
    return choices;
  }
}
