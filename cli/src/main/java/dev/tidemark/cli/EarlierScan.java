package dev.tidemark.cli;

import dev.tidemark.report.scan.NewFindings;
import dev.tidemark.report.scan.SourceLines;
import dev.tidemark.scan.ScanReport;
import dev.tidemark.scan.cache.PackageEntry;
import java.util.List;

/** What a scan is compared with: that of a revision, or nothing. */
sealed interface EarlierScan {
  /** What is new in a report. */
  ScanReport newIn(ScanReport report, SourceLines lines);

  /**
   * Scans the revision that the arguments name. What reads git is loaded only if they do.
   *
   * @param now what was found out about the packages as they are
   */
  static EarlierScan of(Arguments arguments, SourceScan source, List<PackageEntry> now)
      throws CommandException {
    boolean isFromBase = arguments.has("--new-from-merge-base");
    if (!isFromBase && !arguments.has("--new-from")) {
      return new None();
    }
    if (isFromBase && arguments.has("--new-from")) {
      throw new CommandException(
          "scan: --new-from and --new-from-merge-base are given together",
          "--new-from-merge-base REV is for branches, --new-from REV for any revision");
    }
    String option = isFromBase ? "--new-from-merge-base" : "--new-from";
    String revision = arguments.value(option, "");
    if (revision.isBlank()) {
      throw new CommandException(
          "scan: the revision of " + option + " is empty",
          "give a branch, a tag or a commit; in CI, is the variable set in this pipeline?");
    }
    return isFromBase
        ? RevisionScan.ofMergeBase(revision, source, now)
        : RevisionScan.of(revision, source, now);
  }

  /** All is new. */
  record None() implements EarlierScan {
    @Override
    public ScanReport newIn(ScanReport report, SourceLines lines) {
      return report;
    }
  }

  /**
   * @param lines of the files as they were
   */
  record Before(ScanReport report, SourceLines lines) implements EarlierScan {
    @Override
    public ScanReport newIn(ScanReport now, SourceLines linesNow) {
      return NewFindings.since(report, lines, now, linesNow);
    }
  }
}
