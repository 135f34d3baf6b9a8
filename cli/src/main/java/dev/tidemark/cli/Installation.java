package dev.tidemark.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;

/**
 * Where the program is installed, as its launcher found it; the words it passes are in {@code
 * tidemark}, function {@code start}.
 *
 * @param home the folder of the launcher; empty if the program was started without it
 * @param jdkFrom why this JDK
 * @param caches the AOT caches of the two families of commands with a colon between; each may be
 *     empty
 * @param cacheNote why one is
 * @param state where the launcher remembers what it found; empty if nowhere
 */
record Installation(String home, String jdkFrom, String caches, String cacheNote, String state) {

  static Installation ofProcess() {
    return new Installation(
        System.getProperty("tidemark.home", ""),
        System.getProperty("tidemark.jdk.from", ""),
        System.getProperty("tidemark.aot", ""),
        System.getProperty("tidemark.aot.note", ""),
        System.getProperty("tidemark.state", ""));
  }

  List<Check> examine() {
    List<Check> checks = new ArrayList<>();
    checks.add(
        Check.ok("Tidemark", Version.current().line() + (home.isEmpty() ? "" : " in " + home)));
    checks.add(jdk());
    checks.addAll(aotCaches());
    checks.add(memory());
    checks.add(temporaryFolder());
    checks.add(captures());
    checks.add(go());
    return checks;
  }

  private Check jdk() {
    String found =
        Runtime.version()
            + " ("
            + System.getProperty("java.vendor")
            + ") in "
            + System.getProperty("java.home");
    if (jdkFrom.isEmpty()) {
      return Check.note(
          "JDK", found, "started without ./tidemark, which chooses the JDK and its options");
    }
    return Check.ok("JDK", found + ", from " + jdkFrom);
  }

  /** The launcher gives one cache for commands on files and one for those on live processes. */
  private List<Check> aotCaches() {
    String[] files = caches.split(":", -1);
    return List.of(
        aotCache("AOT cache", files[0]),
        aotCache("AOT cache, live", files.length > 1 ? files[1] : ""));
  }

  private Check aotCache(String name, String cache) {
    if (cache.isEmpty()) {
      String why = home.isEmpty() ? "started without ./tidemark" : cacheNote;
      return Check.note(
          name,
          "none: " + why,
          "starts take about 0.1 s more CPU; a folder Tidemark may write mends it");
    }
    String found = cache + megabytes(Path.of(cache));
    if (!isTaken(cache)) {
      return Check.note(
          name,
          found + ", but this JVM does not take it",
          "remove it: the next start makes a new one");
    }
    if (state.isEmpty()) {
      return Check.note(
          name,
          found + ", checked anew at each start",
          "let Tidemark write to ~/.cache or XDG_CACHE_HOME");
    }
    return Check.ok(name, found);
  }

  private static String megabytes(Path file) {
    try {
      return ", " + (Files.size(file) >> 20) + " MiB";
    } catch (IOException e) {
      return ", unreadable: " + e.getMessage();
    }
  }

  /**
   * The JVM says nothing of a cache that it leaves aside, so one is started that must take it or
   * fail.
   */
  private static boolean isTaken(String cache) {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:AOTMode=on",
            "-XX:AOTCache=" + cache,
            "-Xlog:disable",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.tidemark.cli.Main",
            "--version");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Check memory() {
    long bound = Runtime.getRuntime().maxMemory() >> 20;
    return Check.ok(
        "memory",
        "this command's heap is bounded at " + bound + " MiB; TIDEMARK_JAVA_OPTS=-Xmx… changes it");
  }

  private static Check temporaryFolder() {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    if (Files.isDirectory(folder) && Files.isWritable(folder)) {
      return Check.ok("temporary", folder.toString());
    }
    return Check.missing(
        "temporary",
        folder + " can't be written",
        "make it writable, or set TIDEMARK_JAVA_OPTS=-Djava.io.tmpdir=DIR");
  }

  private Check captures() {
    Path folder = Path.of(home, "captures");
    int runs = 0;
    if (!home.isEmpty() && Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isDirectory)) {
        for (Path ignored : entries) {
          runs++;
        }
      } catch (IOException e) {
        return Check.note(
            "captures", folder + " can't be read: " + e.getMessage(), "`tidemark demo` needs them");
      }
    }
    if (runs == 0) {
      return Check.note(
          "captures", "none in " + folder, "`tidemark demo` needs them; all else works without");
    }
    return Check.ok("captures", runs + " folders of recordings in " + folder);
  }

  private static Check go() {
    String path = System.getenv("PATH");
    for (String folder : ((path == null ? "" : path + ":") + "/usr/local/go/bin").split(":")) {
      Path go = Path.of(folder, "go");
      if (!folder.isEmpty() && Files.isExecutable(go)) {
        return Check.ok("Go", version(go) + go);
      }
    }
    return Check.note(
        "Go", "not found", "only the tests against Go's own tools and new recordings need it");
  }

  /** From the file beside the tool: to ask the tool itself takes longer than all the rest. */
  private static String version(Path go) {
    try {
      Path version = go.toRealPath().resolve("../../VERSION").normalize();
      return Files.readAllLines(version).getFirst().replaceFirst("^go", "") + " in ";
    } catch (IOException | NoSuchElementException e) {
      return "";
    }
  }
}
