package dev.tidemark.cli;

import java.io.PrintStream;

/** The help of the program and of a command, broken into lines of a page. */
final class Help {
  private static final int PAGE_WIDTH = 100;

  private final PrintStream out;
  private final int pageWidth;

  private Help(PrintStream out, int terminalWidth) {
    this.out = out;
    this.pageWidth = Math.max(40, Math.min(terminalWidth, PAGE_WIDTH));
  }

  static void overview(PrintStream out, int terminalWidth) {
    Help help = new Help(out, terminalWidth);
    out.println("tidemark: defends Go services against memory leaks");
    out.println();
    out.println("usage  tidemark COMMAND [OPTION…] …");
    out.println();
    for (CommandName name : CommandName.values()) {
      help.row(name.word(), 14, name.summary());
    }
    help.row("COMMAND --help", 14, "what a command does, its options and examples");
    help.row("--version", 14, "the version");
    out.println();
    help.wrapped(
        "exit   ",
        "0 nothing to do, 1 found something, 2 wrong use or unreadable, 3 inconclusive, 70 a bug of ours");
  }

  static void of(Syntax syntax, PrintStream out, int terminalWidth) {
    Help help = new Help(out, terminalWidth);
    help.wrapped("tidemark " + syntax.command() + ": ", syntax.purpose());
    out.println();
    out.println("usage  " + usage(syntax));
    out.println();
    help.options(syntax);
    if (!syntax.examples().isEmpty()) {
      out.println();
      help.examples(syntax);
    }
  }

  private void options(Syntax syntax) {
    int width = "--help".length();
    for (Syntax.Operand operand : syntax.operands()) {
      width = Math.max(width, operand.name().length());
    }
    for (Syntax.Option option : syntax.options()) {
      width = Math.max(width, left(option).length());
    }
    for (Syntax.Operand operand : syntax.operands()) {
      row(operand.name(), width, operand.help());
    }
    for (Syntax.Option option : syntax.options()) {
      row(left(option), width, option.help());
    }
    row("--help", width, "this");
  }

  private void examples(Syntax syntax) {
    int width = 0;
    for (Syntax.Example example : syntax.examples()) {
      width = Math.max(width, example.line().length());
    }
    for (Syntax.Example example : syntax.examples()) {
      row(example.line(), width, example.use());
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

  private void row(String left, int width, String right) {
    wrapped("  " + left + " ".repeat(Math.max(0, width - left.length())) + "  ", right);
  }

  /** Prints a text behind a heading, its further lines below its first. */
  private void wrapped(String heading, String text) {
    // Behind a heading that leaves no room, the text gets lines of its own.
    int indent = heading.length() > pageWidth - 20 ? 6 : heading.length();
    StringBuilder line = new StringBuilder(heading);
    boolean isEmpty = true;
    for (String word : text.split(" ")) {
      if (line.length() + (isEmpty ? 0 : 1) + word.length() > pageWidth && !line.isEmpty()) {
        out.println(line.toString().stripTrailing());
        line.setLength(0);
        line.append(" ".repeat(indent));
        isEmpty = true;
      }
      line.append(isEmpty ? "" : " ").append(word);
      isEmpty = false;
    }
    out.println(line);
  }
}
