package dev.tidemark.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * What a command can be given: from this its arguments are read, its help is written and its
 * completion made.
 *
 * @param command the word that chooses it
 * @param purpose a sentence or two for its help
 * @param operands in order; only the last may take more than one word
 */
public record Syntax(
    String command,
    String purpose,
    List<Option> options,
    List<Operand> operands,
    List<Example> examples) {

  /**
   * One option.
   *
   * @param name with its dashes
   * @param value what its value is called in the help, such as {@code DIR}; empty if it takes none
   * @param choices the values it may have; empty if any will do
   * @param repeatable whether it may be given more than once
   */
  public record Option(
      String name, String value, List<String> choices, boolean repeatable, String help) {
    boolean takesValue() {
      return !value.isEmpty();
    }
  }

  /**
   * Words that are not options.
   *
   * @param least how many there must be
   * @param most how many there may be
   */
  public record Operand(String name, int least, int most, List<String> choices, String help) {}

  /** A command line, and what it is for. */
  public record Example(String line, String use) {}

  public Syntax {
    options = List.copyOf(options);
    operands = List.copyOf(operands);
    examples = List.copyOf(examples);
  }

  public static Builder of(String command, String purpose) {
    return new Builder(command, purpose);
  }

  /** Collects a syntax in the order in which its help shows it. */
  public static final class Builder {
    private final String command;
    private final String purpose;
    private final List<Option> options = new ArrayList<>();
    private final List<Operand> operands = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();

    private Builder(String command, String purpose) {
      this.command = command;
      this.purpose = purpose;
    }

    /** An option that is there or not. */
    public Builder flag(String name, String help) {
      options.add(new Option(name, "", List.of(), false, help));
      return this;
    }

    /** An option with a value. */
    public Builder option(String name, String value, String help) {
      options.add(new Option(name, value, List.of(), false, help));
      return this;
    }

    /** An option with a value that may be given any number of times. */
    public Builder repeatable(String name, String value, String help) {
      options.add(new Option(name, value, List.of(), true, help));
      return this;
    }

    /** An option whose value is one of a few. */
    public Builder choice(String name, List<String> choices, String help) {
      options.add(new Option(name, String.join("|", choices), choices, false, help));
      return this;
    }

    /** Words that are files, folders or addresses. */
    public Builder operand(String name, int least, int most, String help) {
      operands.add(new Operand(name, least, most, List.of(), help));
      return this;
    }

    /** One word that is one of a few. */
    public Builder operand(String name, List<String> choices, String help) {
      operands.add(new Operand(name, 1, 1, choices, help));
      return this;
    }

    public Builder example(String line, String use) {
      examples.add(new Example(line, use));
      return this;
    }

    public Syntax build() {
      return new Syntax(command, purpose, options, operands, examples);
    }
  }
}
