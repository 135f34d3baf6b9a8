package dev.tidemark.report;

import dev.tidemark.diagnose.series.SeriesReport;
import dev.tidemark.diagnose.series.SeriesVerdict;
import dev.tidemark.profile.Printable;
import java.util.List;

/** Verdicts on series as a Markdown table of those that leak. */
public final class MarkdownSeries {
  private static final int MOST = 200;

  private MarkdownSeries() {}

  public static String of(SeriesReport report) {
    StringBuilder out = new StringBuilder();
    out.append("## ").append(SeriesWords.counts(report)).append("\n\n");
    Figures figures = new Figures(report.valueName());
    List<SeriesVerdict.Leak> leaks = SeriesWords.leaks(report);
    if (!leaks.isEmpty()) {
      out.append("| series | growth | keeps | seen at | limit in |\n|---|--:|--:|---|---|\n");
      for (SeriesVerdict.Leak leak : leaks.subList(0, Math.min(MOST, leaks.size()))) {
        out.append(
            "| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                    Printable.of(leak.seriesId()).replace("|", "\\|").replace("`", "'"),
                    SeriesWords.growth(leak, figures),
                    figures.amount(leak.level()),
                    SeriesWords.time(leak.firedAtMillis()),
                    SeriesWords.timeToLimit(leak)));
      }
      if (leaks.size() > MOST) {
        out.append("| %,d more | | | | |\n".formatted(leaks.size() - MOST));
      }
      out.append('\n');
    }
    out.append(
        "Read %,d values of `%s`.\n".formatted(report.samples(), Printable.of(report.valueName())));
    return out.toString();
  }
}
