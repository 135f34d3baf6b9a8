package dev.tidemark.cli;

import dev.tidemark.report.scan.SourceLines;
import dev.tidemark.scan.Finding;
import dev.tidemark.scan.ScanReport;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.cache.PackageEntry;
import dev.tidemark.workspace.git.GitException;
import dev.tidemark.workspace.git.GitRepository;
import dev.tidemark.workspace.git.GitTree;
import java.nio.file.Path;
import java.util.List;

/** Scans a folder as a git repository has it at a revision. */
final class RevisionScan {
  private RevisionScan() {}

  static EarlierScan of(String revision, SourceScan source, List<PackageEntry> now)
      throws CommandException {
    try (GitRepository repository = repository(source)) {
      return scan(repository.tree(revision, source.module().files()), revision, source, now);
    } catch (GitException wrong) {
      throw new CommandException(wrong.getMessage(), wrong.advice());
    }
  }

  static EarlierScan ofMergeBase(String revision, SourceScan source, List<PackageEntry> now)
      throws CommandException {
    try (GitRepository repository = repository(source)) {
      return scan(
          repository.treeOfMergeBase(revision, source.module().files()), revision, source, now);
    } catch (GitException wrong) {
      throw new CommandException(wrong.getMessage(), wrong.advice());
    }
  }

  private static GitRepository repository(SourceScan source) throws GitException {
    return GitRepository.around(Path.of(source.module().folder()));
  }

  private static EarlierScan scan(
      GitTree tree, String revision, SourceScan source, List<PackageEntry> now)
      throws CommandException {
    ScanReport report = source.runOn(tree, now);
    List<String> unread = tree.unread();
    if (!unread.isEmpty()) {
      throw new CommandException(
          "%,d %s of %s can't be read, such as %s"
              .formatted(
                  unread.size(),
                  unread.size() == 1 ? "file" : "files",
                  revision,
                  unread.getFirst()),
          "a partial clone lacks them: `git fetch --refetch` brings all, and `git fsck` tells more");
    }
    SourceLines lines = SourceScan.lines(tree);
    // Read while the repository is open.
    for (Finding finding : report.findings()) {
      lines.line(finding.span().file(), 1);
      for (Step step : finding.steps()) {
        lines.line(step.span().file(), 1);
      }
    }
    return new EarlierScan.Before(report, lines);
  }
}
