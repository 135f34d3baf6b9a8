package dev.tidemark.golang.module;

import dev.tidemark.golang.build.Constraint;
import dev.tidemark.golang.build.FileHeader;
import dev.tidemark.golang.build.FileName;
import dev.tidemark.golang.build.MalformedConstraintException;
import dev.tidemark.golang.build.Platform;
import dev.tidemark.golang.parse.ParsedFile;
import dev.tidemark.golang.parse.Parser;
import dev.tidemark.golang.syntax.Decl;
import dev.tidemark.golang.syntax.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Go files of a folder and what the go command makes of them for a platform (go/build, {@code
 * Context.Import}).
 *
 * @param name of the package; empty where no file is built
 * @param files those of the package
 * @param tests files of the package that are built for its tests only
 * @param externalTests those of the package {@code name_test}
 * @param ignored files that are not built, with the reason
 */
public record PackageFolder(
    String folder,
    String name,
    List<GoFile> files,
    List<GoFile> tests,
    List<GoFile> externalTests,
    List<Ignored> ignored) {
  public PackageFolder {
    files = List.copyOf(files);
    tests = List.copyOf(tests);
    externalTests = List.copyOf(externalTests);
    ignored = List.copyOf(ignored);
  }

  /**
   * One file.
   *
   * @param size in bytes
   * @param isGenerated whether it says that a program wrote it
   */
  public record GoFile(String path, int size, boolean isGenerated, ParsedFile parsed) {}

  /** A file that is not built. */
  public record Ignored(String path, String reason) {}

  /**
   * Reads and parses the files that are built.
   *
   * @param hasTests whether test files are read too
   */
  public static PackageFolder read(
      FileTree tree, String folder, Platform platform, boolean hasTests) {
    List<GoFile> files = new ArrayList<>();
    List<GoFile> tests = new ArrayList<>();
    List<GoFile> external = new ArrayList<>();
    List<Ignored> ignored = new ArrayList<>();
    String name = "";
    for (FileTree.Entry entry : tree.list(folder)) {
      String path = folder + "/" + entry.name();
      boolean isTest = FileName.isTest(entry.name());
      if (entry.kind() != FileTree.Kind.FILE
          || !entry.name().endsWith(".go")
          || isTest && !hasTests) {
        continue;
      }
      Optional<byte[]> bytes = tree.read(path);
      Optional<String> reason =
          bytes.isEmpty()
              ? Optional.of("can't be read")
              : reason(entry.name(), bytes.get(), platform);
      if (reason.isPresent()) {
        ignored.add(new Ignored(path, reason.get()));
        continue;
      }
      ParsedFile parsed = Parser.parse(bytes.orElseThrow());
      if (!platform.hasCgo() && usesC(parsed)) {
        ignored.add(new Ignored(path, "imports C, and is built with cgo only"));
        continue;
      }
      GoFile file = new GoFile(path, bytes.get().length, isGenerated(bytes.get()), parsed);
      String own = parsed.file().name().name();
      if (isTest && own.endsWith("_test")) {
        external.add(file);
      } else if (name.isEmpty() || own.equals(name)) {
        name = own;
        (isTest ? tests : files).add(file);
      } else if (!own.equals("documentation")) {
        ignored.add(new Ignored(path, "is of package " + own + " beside " + name));
      }
    }
    return new PackageFolder(folder, name, files, tests, external, ignored);
  }

  private static Optional<String> reason(String name, byte[] bytes, Platform platform) {
    if (FileName.isIgnored(name)) {
      return Optional.of("its name begins with _ or .");
    }
    if (!FileName.isFor(name, platform)) {
      return Optional.of("its name is of another platform");
    }
    try {
      Constraint constraint = FileHeader.constraint(bytes);
      return constraint.holds(platform)
          ? Optional.empty()
          : Optional.of("its build constraint does not hold");
    } catch (MalformedConstraintException malformed) {
      return Optional.of("its build constraint is malformed: " + malformed.getMessage());
    }
  }

  private static boolean isGenerated(byte[] bytes) {
    try {
      return FileHeader.isGenerated(bytes);
    } catch (MalformedConstraintException malformed) {
      return false;
    }
  }

  private static boolean usesC(ParsedFile parsed) {
    for (Decl decl : parsed.file().decls()) {
      if (decl instanceof Decl.GenDecl general) {
        for (Spec spec : general.specs()) {
          if (spec instanceof Spec.ImportSpec line && line.path().text().equals("\"C\"")) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
