package dev.tidemark.cli;

/**
 * One command of the program.
 *
 * <p>A new one is a class that implements this and a constant in {@link CommandName}; help,
 * completion and complaints about wrong use follow from its {@link #syntax}. Its commonest use goes
 * into the resource {@code training}, so that the AOT cache knows it.
 */
public interface Command {
  /** Its options, operands and examples. {@code --help} need not be among them. */
  Syntax syntax();

  /**
   * Does the work. What it says goes to the console's streams, nowhere else.
   *
   * @throws CommandException if what it was given is wrong or unreadable; the program says so in
   *     one line and ends with 2
   */
  ExitCode run(Arguments arguments, Console console) throws CommandException;
}
