package dev.tidemark.cli;

import dev.tidemark.config.Suggestion;
import dev.tidemark.workspace.CacheFolder;
import java.io.IOException;
import java.util.List;

/** {@code tidemark cache}: what scans keep for the next ones. */
final class Cache implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(
            "cache",
            "says how much `tidemark scan` keeps for the next scan of the same module, or takes it"
                + " away. It bounds itself: what was used last stays.")
        .operand("WHAT", 1, 1, "status or clean")
        .choice("--format", List.of("text", "json"), "how to say it (text)")
        .example("tidemark cache status", "where it is, and how large")
        .example("tidemark cache clean", "takes all of it away: the next scan looks at everything")
        .build();
  }

  @Override
  public ExitCode run(Arguments arguments, Console console) throws CommandException {
    String what = arguments.operands().getFirst();
    CacheFolder folder = ScanCache.folder(System.getenv());
    boolean isJson = arguments.value("--format", "text").equals("json");
    try {
      switch (what) {
        case "status" -> console.out().println(status(folder, isJson));
        case "clean" -> console.out().println(cleaned(folder.clear(), isJson));
        default ->
            throw new CommandException(
                "cache can't " + what + Suggestion.among(List.of("status", "clean"), what),
                "`tidemark cache status` or `tidemark cache clean`");
      }
    } catch (IOException e) {
      throw new CommandException(
          folder.folder() + " can't be used: " + e.getMessage(), "look at who owns it");
    }
    return ExitCode.OK;
  }

  private static String status(CacheFolder folder, boolean isJson) throws IOException {
    return isJson
        ? "{\"schema\": \"tidemark.cache/1\", \"folder\": %s, \"modules\": %d, \"bytes\": %d, \"limit_bytes\": %d}"
            .formatted(
                Json.quote(folder.folder().toString()),
                folder.count(),
                folder.size(),
                folder.limit())
        : "%s: %,d of at most %,d kB, for %,d scans"
            .formatted(
                folder.folder(),
                kilobytes(folder.size()),
                kilobytes(folder.limit()),
                folder.count());
  }

  private static String cleaned(long bytes, boolean isJson) {
    return isJson
        ? "{\"schema\": \"tidemark.cache/1\", \"removed_bytes\": %d}".formatted(bytes)
        : "%,d kB taken away".formatted(kilobytes(bytes));
  }

  private static long kilobytes(long bytes) {
    return (bytes + 999) / 1000;
  }
}
