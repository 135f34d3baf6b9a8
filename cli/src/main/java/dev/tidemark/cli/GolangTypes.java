package dev.tidemark.cli;

import dev.tidemark.golang.program.Program;
import dev.tidemark.golang.program.TypeLines;
import dev.tidemark.golang.program.TypedExpression;
import java.util.List;

/** {@code tidemark golang types}: the type of each expression. */
final class GolangTypes {
  private GolangTypes() {}

  static ExitCode run(GoModule module, boolean readsDependencies, boolean isJson, Console console)
      throws CommandException {
    Program program = module.program(readsDependencies);
    List<String> packages = program.packages(module.packageFolders());
    if (isJson) {
      console.out().println("{\n  \"schema\": \"tidemark-golang-types/1\",\n  \"expressions\": [");
    }
    boolean[] isLater = new boolean[1];
    Workers.inOrder(
        packages,
        path ->
            program
                .source(path)
                .map(source ->
                    isJson
                        ? json(TypedExpression.of(source, module.folder()))
                        : TypeLines.of(source, module.folder()))
                .orElse(""),
        text -> {
          console.out().print(isJson && isLater[0] && !text.isEmpty() ? ",\n" + text : text);
          isLater[0] |= !text.isEmpty();
        });
    if (isJson) {
      console.out().println((isLater[0] ? "\n" : "") + "  ]\n}");
    }
    return ExitCode.OK;
  }

  private static String json(List<TypedExpression> expressions) {
    StringBuilder out = new StringBuilder();
    for (TypedExpression one : expressions) {
      out.append(out.isEmpty() ? "" : ",\n");
      out.append("    {\"file\": ").append(Json.quote(one.file()));
      out.append(", \"line\": ").append(one.line()).append(", \"column\": ").append(one.column());
      out.append(", \"endLine\": ").append(one.endLine());
      out.append(", \"endColumn\": ").append(one.endColumn());
      out.append(", \"node\": ").append(Json.quote(one.node()));
      out.append(", \"type\": ").append(Json.quote(one.type())).append('}');
    }
    return out.toString();
  }
}
