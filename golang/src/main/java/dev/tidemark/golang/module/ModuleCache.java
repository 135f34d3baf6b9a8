package dev.tidemark.golang.module;

import java.util.Optional;

/**
 * The modules that the go command has downloaded.
 *
 * @param folder of the cache, {@code $GOMODCACHE}; empty where there is none
 */
public record ModuleCache(FileTree files, String folder) {
  /** A cache without modules. */
  public static ModuleCache none(FileTree files) {
    return new ModuleCache(files, "");
  }

  /** The folder of an extracted module. */
  Optional<String> folderOf(ModuleVersion module) {
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    String at = folder + "/" + module.cacheFolder();
    return files.list(at).isEmpty() ? Optional.empty() : Optional.of(at);
  }

  Optional<GoMod> goMod(ModuleVersion module) {
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    return files
        .read(folder + "/" + module.cacheGoMod())
        .or(() -> files.read(folder + "/" + module.cacheFolder() + "/go.mod"))
        .map(GoMod::parse);
  }
}
