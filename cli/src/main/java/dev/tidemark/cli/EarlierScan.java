package dev.tidemark.cli;

import dev.tidemark.report.scan.NewFindings;
import dev.tidemark.report.scan.SourceLines;
import dev.tidemark.scan.ScanReport;

/** What a scan is compared with: that of a revision, or nothing. */
sealed interface EarlierScan {
  /** What is new in a report. */
  ScanReport newIn(ScanReport report, SourceLines lines);

  /** Scans the revision that the arguments name. What reads git is loaded only if they do. */
  static EarlierScan of(Arguments arguments, SourceScan source) throws CommandException {
    String revision = arguments.value("--new-from", "");
    String branch = arguments.value("--new-from-merge-base", "");
    if (!revision.isEmpty() && !branch.isEmpty()) {
      throw new CommandException(
          "scan: --new-from and --new-from-merge-base are given together",
          "--new-from-merge-base REV is for branches, --new-from REV for any revision");
    }
    if (!branch.isEmpty()) {
      return RevisionScan.ofMergeBase(branch, source);
    }
    return revision.isEmpty() ? new None() : RevisionScan.of(revision, source);
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
