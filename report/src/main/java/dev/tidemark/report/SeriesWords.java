package dev.tidemark.report;

import dev.tidemark.diagnose.Words;
import dev.tidemark.diagnose.series.SeriesReport;
import dev.tidemark.diagnose.series.SeriesVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sentences on series that every form for people has. */
final class SeriesWords {
  private static final double LONGEST_HOURS = 24 * 365;

  private SeriesWords() {}

  /** The leaks, those that reach their limit first before the others, and then the fastest. */
  static List<SeriesVerdict.Leak> leaks(SeriesReport report) {
    List<SeriesVerdict.Leak> leaks = new ArrayList<>();
    for (SeriesVerdict verdict : report.verdicts()) {
      if (verdict instanceof SeriesVerdict.Leak leak) {
        leaks.add(leak);
      }
    }
    leaks.sort(
        Comparator.comparingDouble(SeriesWords::urgency)
            .thenComparing(leak -> -leak.slope().estimate())
            .thenComparing(SeriesVerdict.Leak::seriesId));
    return leaks;
  }

  static String growth(SeriesVerdict.Leak leak, Figures figures) {
    return figures.signed(leak.slope().estimate())
        + "/h "
        + figures.interval(leak.slope().low(), leak.slope().high());
  }

  /** When the limit is reached, from the end of the series on; empty where there is no limit. */
  static String timeToLimit(SeriesVerdict.Leak leak) {
    double soonest = leak.hoursToLimit(leak.slope().high());
    double latest = leak.hoursToLimit(leak.slope().low());
    if (!Double.isFinite(soonest) || soonest > LONGEST_HOURS) {
      return "";
    }
    return !Double.isFinite(latest) || latest > LONGEST_HOURS
        ? hours(soonest) + " or more"
        : hours(soonest) + " … " + hours(latest);
  }

  /** {@code 2023-11-14 22:13 UTC}. */
  static String time(long epochMillis) {
    return Instant.ofEpochMilli(epochMillis).toString().substring(0, 16).replace('T', ' ') + " UTC";
  }

  static String counts(SeriesReport report) {
    return "%,d series: %,d %s, %,d steady, %,d can't be told yet"
        .formatted(
            report.verdicts().size(),
            report.count("leak"),
            report.count("leak") == 1 ? "leaks" : "leak",
            report.count("steady"),
            report.count("inconclusive"));
  }

  private static double urgency(SeriesVerdict.Leak leak) {
    double hours = leak.hoursToLimit(leak.slope().estimate());
    return Double.isFinite(hours) ? hours : Double.MAX_VALUE;
  }

  private static String hours(double hours) {
    return Words.duration(Duration.ofMinutes(Math.round(hours * 60)));
  }
}
