package dev.tidemark.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the go command keeps what it downloads, and its own source; read, and never needed. */
public final class GoEnvironment {
  private GoEnvironment() {}

  /** The module cache ({@code go env GOMODCACHE}); empty where there is none. */
  public static String moduleCache(Map<String, String> environment) {
    String given = environment.getOrDefault("GOMODCACHE", "");
    if (!given.isEmpty()) {
      return given;
    }
    String paths = environment.getOrDefault("GOPATH", "");
    String home = environment.getOrDefault("HOME", "");
    String path = paths.isEmpty() ? home + "/go" : paths.split(":")[0];
    String cache = path + "/pkg/mod";
    return Files.isDirectory(Path.of(cache)) ? cache : "";
  }

  /** The folder of Go itself ({@code go env GOROOT}). */
  public static Optional<Path> root(Map<String, String> environment) {
    String given = environment.getOrDefault("GOROOT", "");
    for (String folder : new String[] {given, "/usr/local/go", "/usr/lib/go"}) {
      if (!folder.isEmpty() && Files.isDirectory(Path.of(folder, "src", "runtime"))) {
        return Optional.of(Path.of(folder));
      }
    }
    return Optional.empty();
  }
}
