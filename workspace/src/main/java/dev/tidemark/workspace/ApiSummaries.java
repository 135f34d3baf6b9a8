package dev.tidemark.workspace;

import dev.tidemark.golang.program.SummarySource;
import dev.tidemark.golang.summary.Summaries;
import dev.tidemark.golang.summary.SummaryFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
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

  /** All that can be had: a file that is none is left out. */
  public static SummarySource all(Map<String, String> environment) {
    List<SummarySource> sources = new ArrayList<>();
    Path own = ownFolder(environment);
    if (Files.isDirectory(own)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(own, "*" + SUFFIX)) {
        List<Path> sorted = new ArrayList<>();
        files.forEach(sorted::add);
        sorted.sort(null);
        for (Path file : sorted) {
          SummaryFile.open(Files.readAllBytes(file)).ifPresent(sources::add);
        }
      } catch (IOException unreadable) {
        sources.clear();
      }
    }
    sources.addAll(shipped());
    return new Summaries(sources);
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
