package dev.tidemark.collect;

import dev.tidemark.profile.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads captures from files, directories and standard input. Files given one by one are one
 * process; of a directory, each folder that holds captures is.
 */
public final class FileSources {
  private static final int DEEPEST_FOLDER = 32;

  private final Limits limits;
  private final Supplier<EvidenceBuilder> builders;

  /**
   * @param builders makes the builder of each process found
   */
  public FileSources(Limits limits, Supplier<EvidenceBuilder> builders) {
    this.limits = limits;
    this.builders = builders;
  }

  /**
   * The captures of each process, by the name it is shown under.
   *
   * @param names files, directories, or {@code -}
   * @throws Unusable when a name leads nowhere
   */
  public Map<String, EvidenceBuilder> read(List<String> names, InputStream standardInput)
      throws Unusable {
    Map<String, EvidenceBuilder> processes = new LinkedHashMap<>();
    String together = names.size() == 1 ? names.getFirst() : String.join(" ", names);
    for (String name : names) {
      if (name.equals("-")) {
        process(processes, together).add(standardInput(standardInput));
      } else if (Files.isDirectory(Path.of(name))) {
        directory(Path.of(name), processes);
      } else if (Files.exists(Path.of(name))) {
        file(Path.of(name), true, process(processes, together));
      } else {
        throw new Unusable("no such file or directory: " + name);
      }
    }
    return processes;
  }

  private EvidenceBuilder process(Map<String, EvidenceBuilder> processes, String name) {
    return processes.computeIfAbsent(name, _ -> builders.get());
  }

  private Capture standardInput(InputStream in) throws Unusable {
    try {
      byte[] data = in.readNBytes((int) Math.min(limits.inputBytes() + 1, Integer.MAX_VALUE - 8));
      return new Capture("standard input", System.currentTimeMillis(), true, data);
    } catch (IOException e) {
      throw new Unusable("standard input: " + reason(e));
    }
  }

  private void directory(Path directory, Map<String, EvidenceBuilder> processes) throws Unusable {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(directory, DEEPEST_FOLDER, FileVisitOption.FOLLOW_LINKS)) {
      walk.filter(Files::isRegularFile).filter(FileSources::isVisible).sorted().forEach(files::add);
    } catch (IOException | UncheckedIOException e) {
      throw new Unusable("can't read the directory " + directory + ": " + reason(e));
    }
    for (Path file : files) {
      Path folder = file.getParent();
      file(file, false, process(processes, String.valueOf(folder == null ? directory : folder)));
    }
  }

  private static boolean isVisible(Path path) {
    Path name = path.getFileName();
    return name != null && !name.toString().startsWith(".");
  }

  private void file(Path path, boolean isNamed, EvidenceBuilder builder) {
    try {
      long size = Files.size(path);
      if (size > limits.inputBytes()) {
        builder.addUnreadable(
            path.toString(), "%,d bytes; the limit is %,d".formatted(size, limits.inputBytes()));
        return;
      }
      long fileMillis = Files.getLastModifiedTime(path).toMillis();
      String name = String.valueOf(path.getFileName());
      builder.add(
          new Capture(
              path.toString(),
              CaptureTime.inName(name).orElse(fileMillis),
              isNamed,
              Files.readAllBytes(path)));
    } catch (IOException e) {
      builder.addUnreadable(path.toString(), reason(e));
    }
  }

  private static String reason(Exception e) {
    return e instanceof NoSuchFileException
        ? "no such file"
        : e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
  }
}
