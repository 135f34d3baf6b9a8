package dev.tidemark.cli;

import dev.tidemark.report.Style;
import dev.tidemark.report.scan.MendText;
import dev.tidemark.scan.ScanReport;

/** Whether a scan mends what it finds. */
enum Mending {
  NONE,
  /** Only says what it would do. */
  DIFF,
  FIX;

  static Mending of(Arguments arguments) throws CommandException {
    boolean fixes = arguments.has("--fix");
    boolean shows = arguments.has("--diff");
    if (fixes && shows) {
      throw new CommandException(
          "scan: --fix and --diff are given together", "--diff changes nothing, --fix does");
    }
    if (!fixes && !shows) {
      return NONE;
    }
    if (arguments.has("--format")) {
      throw new CommandException(
          "scan: --format does not go with " + (fixes ? "--fix" : "--diff"),
          "json and sarif have the edits of each finding without it");
    }
    return fixes ? FIX : DIFF;
  }

  /**
   * Says or does it.
   *
   * @return what is left of a report
   */
  ScanReport mend(
      ScanReport report, Mends mends, Destination destination, Style style, Console console)
      throws CommandException {
    return switch (this) {
      case NONE -> report;
      case DIFF -> {
        destination.write(mends.diff(report));
        int left = mends.left().size();
        console.complain(
            "%,d of %,d findings can be mended by --fix"
                .formatted(mends.all().size() - left, mends.all().size()),
            left == 0 ? "" : "it says of the others why they can't");
        yield report;
      }
      case FIX -> {
        Mends done = mends.written();
        destination.write(MendText.of(report, done.all(), style));
        yield report.withFindings(done.left());
      }
    };
  }
}
