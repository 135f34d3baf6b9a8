package dev.tidemark.collect;

import dev.tidemark.profile.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;

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
    String together = names.size() <= 3 ? String.join(" ", names) : names.size() + " files";
    for (String name : names) {
      if (name.equals("-")) {
        process(processes, together).add(standardInput(standardInput));
      } else if (Files.isDirectory(Path.of(name))) {
        directory(Path.of(name), processes);
      } else if (Files.exists(Path.of(name))) {
        file(Path.of(name), true, process(processes, together));
      } else {
        throw new Unusable("no such file, directory or http(s) address: " + name);
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
    List<Path> closed = new ArrayList<>();
    try {
      Files.walkFileTree(
          directory,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          DEEPEST_FOLDER,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile() && isVisible(file)) {
                files.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              // A link back up is no loss: what it leads to is read anyway.
              if (!(e instanceof FileSystemLoopException)) {
                closed.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new Unusable("can't read the directory " + directory + ": " + reason(e));
    }
    Collections.sort(files);
    for (Path file : files) {
      file(file, false, process(processes, folderOf(file, directory)));
    }
    for (Path file : closed) {
      process(processes, folderOf(file, directory))
          .addUnreadable(file.toString(), "can't be opened");
    }
    if (files.isEmpty() && closed.isEmpty()) {
      throw new Unusable("no files in " + directory + "; a run is a directory of captures");
    }
  }

  private static String folderOf(Path file, Path directory) {
    Path folder = file.getParent();
    return String.valueOf(folder == null ? directory : folder);
  }

  private static boolean isVisible(Path path) {
    Path name = path.getFileName();
    return name != null && !name.toString().startsWith(".");
  }

  private void file(Path path, boolean isNamed, EvidenceBuilder builder) {
    // Sizes are not asked for: that of a device, of a pipe or of a growing file is not what is
    // read.
    try (InputStream in = Files.newInputStream(path)) {
      byte[] data = in.readNBytes((int) Math.min(limits.inputBytes() + 1, Integer.MAX_VALUE - 8));
      if (data.length > limits.inputBytes()) {
        builder.addUnreadable(
            path.toString(),
            "more than %,d bytes; TIDEMARK_JAVA_OPTS=-Xmx4g raises the limit"
                .formatted(limits.inputBytes()));
        return;
      }
      long fileMillis = Files.getLastModifiedTime(path).toMillis();
      OptionalLong named = CaptureTime.inName(String.valueOf(path.getFileName()));
      builder.add(
          new Capture(path.toString(), named.orElse(fileMillis), named.isEmpty(), isNamed, data));
    } catch (IOException e) {
      builder.addUnreadable(path.toString(), reason(e));
    }
  }

  private static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "no such file";
      case AccessDeniedException _ -> "not allowed";
      default -> "can't be read: " + e.getMessage();
    };
  }
}
