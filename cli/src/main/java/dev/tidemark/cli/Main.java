package dev.tidemark.cli;

import java.util.List;

/**
 * The only main of the program: chooses a command, runs it, and answers for what goes wrong in it.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Console console = Console.ofProcess();
    ExitCode code = run(List.of(args), console);
    // Runtime.exit looks for a logger first (JDK-8301627), a seventh of the CPU of a short command.
    Runtime.getRuntime().halt(code.code());
  }

  /** Runs one command line. Nothing is thrown, whatever happens in the command. */
  static ExitCode run(List<String> args, Console console) {
    ExitCode code;
    try {
      code = dispatch(args, console);
    } catch (CommandException e) {
      console.complain(e.getMessage(), e.advice());
      code = ExitCode.UNUSABLE;
    } catch (RuntimeException | Error e) {
      report(e, console);
      code = ExitCode.BUG;
    }
    console.flush();
    if (console.out().checkError()) {
      console.complain("the output could not be written; is the disk full?", "");
      return ExitCode.UNUSABLE;
    }
    return code;
  }

  private static ExitCode dispatch(List<String> args, Console console) throws CommandException {
    if (args.isEmpty()) {
      Help.overview(console.err(), console.width());
      return ExitCode.UNUSABLE;
    }
    String first = args.get(0);
    switch (first) {
      case "--version" -> {
        console.out().println(Version.current().line());
        return ExitCode.OK;
      }
      case "--help", "-h", "help" -> {
        Help.overview(console.out(), console.width());
        return ExitCode.OK;
      }
      default -> {}
    }
    Command command = CommandName.of(first).load();
    Syntax syntax = command.syntax();
    List<String> rest = args.subList(1, args.size());
    if (Arguments.askForHelp(rest)) {
      Help.of(syntax, console.out(), console.width());
      return ExitCode.OK;
    }
    return command.run(Arguments.parse(syntax, rest), console);
  }

  private static void report(Throwable bug, Console console) {
    if (isOutOfMemory(bug)) {
      long bound = Runtime.getRuntime().maxMemory() >> 20;
      console.complain(
          "this needs more memory than its bound of " + bound + " MiB",
          "TIDEMARK_JAVA_OPTS=-Xmx" + 2 * bound + "m raises it");
      return;
    }
    StackTraceElement[] stack = bug.getStackTrace();
    String where = stack.length == 0 ? "" : " at " + stack[0];
    boolean debug = "1".equals(System.getenv("TIDEMARK_DEBUG"));
    console.complain(
        "a bug of ours: " + bug + where,
        "please report this line, the command and "
            + Version.current().line()
            + (debug ? "" : "; TIDEMARK_DEBUG=1 adds the stack"));
    if (debug) {
      bug.printStackTrace(console.err());
    }
  }

  /** Whether memory ran out, on whatever thread. */
  private static boolean isOutOfMemory(Throwable bug) {
    for (Throwable at = bug; at != null; at = at.getCause()) {
      if (at instanceof OutOfMemoryError) {
        return true;
      }
    }
    return false;
  }
}
