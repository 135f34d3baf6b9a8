package dev.tidemark.cli;

import dev.tidemark.golang.program.Program;
import dev.tidemark.golang.program.TypeLines;
import java.util.ArrayList;
import java.util.List;

/** {@code tidemark golang types}: the type of each expression, a line for each. */
final class GolangTypes {
  private GolangTypes() {}

  static ExitCode run(GoModule module, boolean readsDependencies, Console console)
      throws CommandException {
    List<String> paths = new ArrayList<>();
    for (String folder : module.packageFolders()) {
      module.modules().importPath(folder).ifPresent(paths::add);
    }
    Program program = module.program(readsDependencies);
    Workers.inOrder(
        paths,
        path ->
            program.source(path).map(source -> TypeLines.of(source, module.folder())).orElse(""),
        console.out()::print);
    return ExitCode.OK;
  }
}
