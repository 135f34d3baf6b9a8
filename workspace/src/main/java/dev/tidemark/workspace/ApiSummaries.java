package dev.tidemark.workspace;

import dev.tidemark.golang.module.FileTree;
import dev.tidemark.golang.program.SummarySource;
import dev.tidemark.golang.summary.Summaries;
import dev.tidemark.golang.summary.SummaryFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The API summaries there are: those that a user made, and those that Tidemark ships. A user's come
 * first.
 */
public final class ApiSummaries {
  /** What is shipped: the standard library, and the most used modules. */
  private static final List<String> SHIPPED = List.of("standard.api", "modules.api");

  /** How the file of a summary ends. */
  public static final String SUFFIX = ".api";

  private ApiSummaries() {}

  /**
   * All that can be had; what of the user's own can't be read is among what {@code files} could
   * not.
   */
  public static SummarySource all(Map<String, String> environment, DiskFiles files) {
    List<SummarySource> sources = new ArrayList<>();
    String own = ownFolder(environment).toString();
    for (FileTree.Entry entry : files.list(own)) {
      String path = own + "/" + entry.name();
      if (entry.kind() == FileTree.Kind.FILE && entry.name().endsWith(SUFFIX)) {
        files.read(path).ifPresent(bytes -> add(path, bytes, sources, files));
      }
    }
    sources.addAll(shipped());
    return new Summaries(sources);
  }

  private static void add(String path, byte[] bytes, List<SummarySource> sources, DiskFiles files) {
    SummaryFile.open(bytes)
        .ifPresentOrElse(
            sources::add,
            () ->
                files.refuse(
                    path, "no API summary of this version; `tidemark golang summarize` makes one"));
  }

  /** What comes with Tidemark. */
  public static List<SummaryFile> shipped() {
    List<SummaryFile> files = new ArrayList<>();
    for (String name : SHIPPED) {
      try (InputStream in = ApiSummaries.class.getResourceAsStream("api/" + name)) {
        if (in != null) {
          SummaryFile.open(in.readAllBytes()).ifPresent(files::add);
        }
      } catch (IOException broken) {
        throw new UncheckedIOException("the program's own " + name, broken);
      }
    }
    return files;
  }

  /** Where a user's summaries are kept ("XDG Base Directory Specification"). */
  public static Path ownFolder(Map<String, String> environment) {
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    Path base =
        data.isEmpty()
            ? Path.of(environment.getOrDefault("HOME", "/"), ".local", "share")
            : Path.of(data);
    return base.resolve("tidemark").resolve("api");
  }
}
