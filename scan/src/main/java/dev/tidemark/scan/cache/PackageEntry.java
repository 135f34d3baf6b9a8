package dev.tidemark.scan.cache;

import dev.tidemark.scan.ConditionalFinding;
import dev.tidemark.scan.Finding;
import dev.tidemark.scan.request.PackageCalls;
import java.util.List;

/**
 * What a scan found out about one package.
 *
 * @param contents a digest of the files of its folder
 * @param isThere whether any file of it is built
 * @param imports paths of the packages it imports
 * @param exports a digest of what others see of it: its declarations, and what its functions do
 * @param findings before any are held back
 * @param conditional what is found besides, if requests reach functions of it
 * @param calls what it adds to the knowledge of what requests reach
 * @param ignored findings that a comment has silenced
 * @param functions how many bodies, function literals included
 * @param broken files that do not parse as a whole
 * @param summaries of its functions, encoded
 */
public record PackageEntry(
    String path,
    String contents,
    boolean isThere,
    List<String> imports,
    String exports,
    List<Finding> findings,
    List<ConditionalFinding> conditional,
    PackageCalls calls,
    int ignored,
    int functions,
    List<Broken> broken,
    byte[] summaries) {
  public PackageEntry {
    imports = List.copyOf(imports);
    findings = List.copyOf(findings);
    conditional = List.copyOf(conditional);
    broken = List.copyOf(broken);
  }

  /** Of a package without a file that is built. */
  public static PackageEntry absent(String path, String contents) {
    return new PackageEntry(
        path,
        contents,
        false,
        List.of(),
        "",
        List.of(),
        List.of(),
        PackageCalls.NONE,
        0,
        0,
        List.of(),
        new byte[0]);
  }

  /**
   * A file of which only a part could be looked at.
   *
   * @param message what is wrong with it, with the place in the file before it
   */
  public record Broken(String file, String message) {}
}
