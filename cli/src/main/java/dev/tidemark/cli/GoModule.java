package dev.tidemark.cli;

import dev.tidemark.golang.build.Platform;
import dev.tidemark.golang.module.ModuleCache;
import dev.tidemark.golang.module.ModuleGraph;
import dev.tidemark.golang.program.Program;
import dev.tidemark.golang.program.SummarySource;
import dev.tidemark.workspace.ApiSummaries;
import dev.tidemark.workspace.DiskFiles;
import dev.tidemark.workspace.GoEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A module on this machine.
 *
 * @param folder absolute, links followed
 */
record GoModule(String folder, DiskFiles files, ModuleGraph modules) {
  /** A folder as the go command names it, with all below. */
  static Path path(String word) {
    return Path.of(word.endsWith("/...") ? word.substring(0, word.length() - 4) : word);
  }

  static GoModule in(String word) throws CommandException {
    return in(word, DiskFiles.USUAL);
  }

  /**
   * @param largestFile bytes of a file that is read
   */
  static GoModule in(String word, long largestFile) throws CommandException {
    Path path = path(word);
    if (!Files.isDirectory(path)) {
      throw new CommandException(
          word + (Files.exists(path) ? " is no folder" : " does not exist"),
          "give the folder of a Go module");
    }
    String folder;
    try {
      folder = path.toRealPath().toString();
    } catch (IOException unreadable) {
      throw new CommandException(word + " can't be read: " + unreadable.getMessage(), "");
    }
    DiskFiles files = new DiskFiles(largestFile);
    return new GoModule(folder, files, ModuleGraph.of(files, cache(files), folder));
  }

  /** What the go command has downloaded. */
  static ModuleCache cache(DiskFiles files) {
    return new ModuleCache(files, GoEnvironment.moduleCache(System.getenv()));
  }

  /** Its program for linux/amd64. */
  Program program(boolean readsDependencies) {
    SummarySource summaries = ApiSummaries.all(System.getenv(), files);
    return new Program(files, modules, Platform.linux(), summaries, readsDependencies);
  }

  /** Folders that hold Go files; at least one. */
  List<String> packageFolders() throws CommandException {
    List<String> folders = modules.packageFolders(folder);
    if (folders.isEmpty()) {
      throw new CommandException("no Go files in " + folder, "give the folder of a Go module");
    }
    return folders;
  }
}
