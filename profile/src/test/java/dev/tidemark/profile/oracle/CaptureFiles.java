package dev.tidemark.profile.oracle;

import static java.util.stream.Collectors.groupingBy;

import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import dev.tidemark.profile.Profile;
import dev.tidemark.profile.pprof.PprofReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The recorded pprof files, and which of them are compared. */
public final class CaptureFiles {
  private CaptureFiles() {}

  public static Path root() {
    return Path.of(System.getProperty("tidemark.captures", "../captures"));
  }

  public static Path format(String name) {
    return root().resolve("formats").resolve(name);
  }

  public static Profile read(Path file) {
    return readAll(bytes(file)).getFirst();
  }

  public static List<Profile> readAll(byte[] bytes) {
    try {
      return PprofReader.read(bytes, Limits.DEFAULT);
    } catch (MalformedProfileException unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Every sample of a format, in pprof's form. */
  public static List<Path> formats() {
    return pprofFiles(root().resolve("formats"));
  }

  /** All formats, and of each run the first, middle and last heap and a goroutine profile. */
  public static List<Path> representative() {
    List<Path> chosen = new ArrayList<>(formats());
    runs()
        .forEach((folder, files) -> {
          List<Path> heaps = named(files, "heap-");
          chosen.addAll(
              new TreeSet<>(
                  List.of(heaps.getFirst(), heaps.get(heaps.size() / 2), heaps.getLast())));
          chosen.addAll(named(files, "goroutine-").stream().limit(1).toList());
        });
    return chosen;
  }

  /** The first and the last heap profile of each run. */
  public static List<List<Path>> runEnds() {
    return runs().values().stream()
        .map(files -> named(files, "heap-"))
        .map(heaps -> List.of(heaps.getFirst(), heaps.getLast()))
        .toList();
  }

  private static TreeMap<Path, List<Path>> runs() {
    TreeMap<Path, List<Path>> runs =
        pprofFiles(root()).stream()
            .filter(file -> !file.startsWith(root().resolve("formats")))
            .collect(groupingBy(Path::getParent, TreeMap::new, Collectors.toList()));
    runs.values().removeIf(files -> named(files, "heap-").isEmpty());
    return runs;
  }

  private static List<Path> named(List<Path> files, String prefix) {
    return files.stream().filter(file -> file.getFileName().toString().startsWith(prefix)).toList();
  }

  private static List<Path> pprofFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".pb") || file.toString().endsWith(".pb.gz"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
