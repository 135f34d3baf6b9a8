package dev.tidemark.cli;

import dev.tidemark.golang.program.Program;
import dev.tidemark.golang.program.TypeLines;

/** {@code tidemark golang types}: the type of each expression, a line for each. */
final class GolangTypes {
  private GolangTypes() {}

  static ExitCode run(GoModule module, boolean readsDependencies, Console console)
      throws CommandException {
    Program program = module.program(readsDependencies);
    Workers.inOrder(
        program.packages(module.packageFolders()),
        path ->
            program.source(path).map(source -> TypeLines.of(source, module.folder())).orElse(""),
        console.out()::print);
    return ExitCode.OK;
  }
}
