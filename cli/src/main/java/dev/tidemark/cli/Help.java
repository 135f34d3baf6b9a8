package dev.tidemark.cli;

import java.io.PrintStream;

/** The help of the program and of a command. */
final class Help {
  private Help() {}

  static void overview(PrintStream out) {
    out.println("tidemark: defends Go services against memory leaks");
    out.println();
    out.println("usage  tidemark COMMAND [OPTION…] …");
    out.println();
    for (CommandName name : CommandName.values()) {
      row(out, name.word(), 12, name.summary());
    }
    out.println();
    row(out, "COMMAND --help", 16, "what a command does, its options and examples");
    row(out, "--version", 16, "the version");
    out.println();
    out.println(
        "exit   0 nothing to do  1 found something  2 wrong use or unreadable  3 inconclusive  70 a bug of ours");
  }

  static void of(Syntax syntax, PrintStream out) {
    out.println("tidemark " + syntax.command() + ": " + syntax.purpose());
    out.println();
    out.println("usage  " + usage(syntax));
    out.println();
    int width = "--help".length();
    for (Syntax.Operand operand : syntax.operands()) {
      width = Math.max(width, operand.name().length());
    }
    for (Syntax.Option option : syntax.options()) {
      width = Math.max(width, left(option).length());
    }
    for (Syntax.Operand operand : syntax.operands()) {
      row(out, operand.name(), width, operand.help());
    }
    for (Syntax.Option option : syntax.options()) {
      row(out, left(option), width, option.help());
    }
    row(out, "--help", width, "this");
    if (!syntax.examples().isEmpty()) {
      out.println();
      width = 0;
      for (Syntax.Example example : syntax.examples()) {
        width = Math.max(width, example.line().length());
      }
      for (Syntax.Example example : syntax.examples()) {
        row(out, example.line(), width, example.use());
      }
    }
  }

  private static String usage(Syntax syntax) {
    StringBuilder usage = new StringBuilder("tidemark ").append(syntax.command());
    if (!syntax.options().isEmpty()) {
      usage.append(" [OPTION…]");
    }
    for (Syntax.Operand operand : syntax.operands()) {
      String name = operand.most() > 1 ? operand.name() + "…" : operand.name();
      usage.append(' ').append(operand.least() == 0 ? "[" + name + "]" : name);
    }
    return usage.toString();
  }

  private static String left(Syntax.Option option) {
    return option.takesValue() ? option.name() + " " + option.value() : option.name();
  }

  private static void row(PrintStream out, String left, int width, String right) {
    out.println("  " + left + " ".repeat(Math.max(0, width - left.length())) + "  " + right);
  }
}
