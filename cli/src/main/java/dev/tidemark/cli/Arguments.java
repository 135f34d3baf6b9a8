package dev.tidemark.cli;

import dev.tidemark.config.Suggestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command line that was read by a {@link Syntax}: every option in it exists, has its value, and
 * there are as many operands as there must be.
 */
public final class Arguments {
  private final Map<String, List<String>> options = new HashMap<>();
  private final List<String> operands = new ArrayList<>();

  private Arguments() {}

  static boolean askForHelp(List<String> words) {
    for (String word : words) {
      if (word.equals("--")) {
        return false;
      }
      if (word.equals("--help") || word.equals("-h")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Reads {@code --name value}, {@code --name=value} and operands in any order; after {@code --}
   * all words are operands, and so is {@code -} anywhere.
   */
  public static Arguments parse(Syntax syntax, List<String> words) throws CommandException {
    Arguments arguments = new Arguments();
    int i = 0;
    while (i < words.size()) {
      String word = words.get(i++);
      if (word.equals("--")) {
        arguments.operands.addAll(words.subList(i, words.size()));
        break;
      }
      if (word.equals("-") || !word.startsWith("-")) {
        arguments.operands.add(word);
        continue;
      }
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      Syntax.Option option = find(syntax, name);
      String value = "";
      if (equals >= 0) {
        value = word.substring(equals + 1);
      } else if (option.takesValue()) {
        if (i == words.size()) {
          throw wrong(syntax, name + " needs a value: " + name + " " + option.value());
        }
        value = words.get(i++);
      }
      arguments.add(syntax, option, value, equals >= 0);
    }
    arguments.checkOperands(syntax);
    return arguments;
  }

  private static Syntax.Option find(Syntax syntax, String name) throws CommandException {
    List<String> names = new ArrayList<>();
    for (Syntax.Option option : syntax.options()) {
      if (option.name().equals(name)) {
        return option;
      }
      names.add(option.name());
    }
    names.add("--help");
    throw wrong(syntax, "there is no option " + name + Suggestion.among(names, name));
  }

  private void add(Syntax syntax, Syntax.Option option, String value, boolean given)
      throws CommandException {
    if (!option.takesValue() && given) {
      throw wrong(syntax, option.name() + " takes no value");
    }
    if (!option.choices().isEmpty() && !option.choices().contains(value)) {
      throw wrong(
          syntax,
          option.name()
              + " is one of "
              + String.join(", ", option.choices())
              + ", not `"
              + value
              + "`"
              + Suggestion.among(option.choices(), value));
    }
    List<String> values = options.computeIfAbsent(option.name(), name -> new ArrayList<>());
    if (!values.isEmpty() && !option.repeatable()) {
      throw wrong(syntax, option.name() + " is given twice");
    }
    values.add(value);
  }

  private void checkOperands(Syntax syntax) throws CommandException {
    int least = 0;
    long most = 0;
    for (Syntax.Operand operand : syntax.operands()) {
      if (operands.size() < least + operand.least()) {
        throw wrong(syntax, operand.name() + " is missing");
      }
      least += operand.least();
      most += operand.most();
    }
    if (operands.size() > most) {
      throw wrong(syntax, "one word too many: " + operands.get((int) most));
    }
    for (int i = 0; i < Math.min(operands.size(), syntax.operands().size()); i++) {
      Syntax.Operand operand = syntax.operands().get(i);
      if (!operand.choices().isEmpty() && !operand.choices().contains(operands.get(i))) {
        throw wrong(
            syntax,
            operand.name()
                + " is one of "
                + String.join(", ", operand.choices())
                + ", not `"
                + operands.get(i)
                + "`"
                + Suggestion.among(operand.choices(), operands.get(i)));
      }
    }
  }

  private static CommandException wrong(Syntax syntax, String sentence) {
    return new CommandException(
        syntax.command() + ": " + sentence + " (`tidemark " + syntax.command() + " --help` tells)",
        "");
  }

  /** Whether a flag or an option was given. */
  public boolean has(String name) {
    return options.containsKey(name);
  }

  /** The value of an option, or null if it was not given. */
  public @Nullable String value(String name) {
    List<String> values = options.get(name);
    return values == null ? null : values.get(0);
  }

  /** The value of an option, or what stands for it if it was not given. */
  public String value(String name, String absent) {
    String value = value(name);
    return value == null ? absent : value;
  }

  /** All values of a repeatable option, in order. */
  public List<String> values(String name) {
    return List.copyOf(options.getOrDefault(name, List.of()));
  }

  /** The words that are not options, in order. */
  public List<String> operands() {
    return List.copyOf(operands);
  }
}
