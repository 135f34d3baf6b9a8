package dev.tidemark.report.scan;

import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.ScanReport;
import java.util.ArrayList;
import java.util.List;

/** What is said of a scan as a whole. */
public final class Closing {
  private Closing() {}

  /** Such as {@code 3 leaks}. */
  public static String verdict(ScanReport report) {
    long leaks = report.count(LeakClass.LEAK);
    return leaks == 0 ? "no leaks" : plural(leaks, "leak");
  }

  /** What was looked at, and what was not told, and why. */
  public static List<String> facts(ScanReport report, OtherFindings others) {
    List<String> facts = new ArrayList<>();
    facts.add(plural(report.packages(), "package") + ", " + plural(report.functions(), "function"));
    if (report.uncertain() > 0) {
      facts.add(
          "%,d held back, for a type is not known (--show-uncertain)"
              .formatted(report.uncertain()));
    }
    if (report.ignored() > 0) {
      facts.add("%,d silenced by comments".formatted(report.ignored()));
    }
    if (!report.problems().isEmpty()) {
      facts.add(plural(report.problems().size(), "file") + " broken or unread");
    }
    if (!others.also().isEmpty()) {
      facts.add("%,d also found by other tools".formatted(others.also().size()));
    }
    if (!others.others().isEmpty()) {
      facts.add("%,d by other tools alone".formatted(others.others().size()));
    }
    if (others.outside() > 0) {
      facts.add("%,d of theirs in files elsewhere".formatted(others.outside()));
    }
    return facts;
  }

  private static String plural(long count, String noun) {
    return "%,d %s%s".formatted(count, noun, count == 1 ? "" : "s");
  }
}
