package dev.tidemark.report;

import dev.tidemark.diagnose.Digits;
import dev.tidemark.diagnose.series.SeriesReport;
import dev.tidemark.diagnose.series.SeriesVerdict;
import dev.tidemark.profile.Printable;
import java.util.List;

/** Verdicts on series as text: how many leak, those first, then the count of the rest. */
public final class TextSeries {
  private static final int MOST = 50;
  private static final int WIDEST_NAME = 40;

  private TextSeries() {}

  public static String of(SeriesReport report, Style style) {
    StringBuilder out = new StringBuilder();
    List<SeriesVerdict.Leak> leaks = SeriesWords.leaks(report);
    out.append(head(report, style)).append("  ").append(SeriesWords.counts(report)).append('\n');
    Figures figures = new Figures(report.valueName());
    if (!leaks.isEmpty()) {
      out.append('\n');
      table(leaks, figures, style, out);
    }
    rest(report, figures, out);
    return out.toString();
  }

  private static String head(SeriesReport report, Style style) {
    if (report.count("leak") > 0) {
      return style.bad("LEAK");
    }
    return report.count("steady") > 0 ? style.good("STEADY") : style.unsure("INCONCLUSIVE");
  }

  private static void table(
      List<SeriesVerdict.Leak> leaks, Figures figures, Style style, StringBuilder out) {
    List<SeriesVerdict.Leak> listed = leaks.subList(0, Math.min(MOST, leaks.size()));
    int name = 6;
    int growth = 6;
    for (SeriesVerdict.Leak leak : listed) {
      name = Math.max(name, Math.min(WIDEST_NAME, leak.seriesId().length()));
      growth = Math.max(growth, SeriesWords.growth(leak, figures).length());
    }
    out.append(
        style.faint(
            "  "
                + Digits.left("series", name)
                + "  "
                + Digits.left("growth", growth)
                + "  "
                + Digits.left("keeps", 9)
                + "  "
                + Digits.left("seen at", 20)
                + "  limit in"));
    out.append('\n');
    for (SeriesVerdict.Leak leak : listed) {
      String line =
          "  "
              + style.strong(Digits.left(Printable.of(leak.seriesId()), name))
              + "  "
              + Digits.left(SeriesWords.growth(leak, figures), growth)
              + "  "
              + Digits.left(figures.amount(leak.level()), 9)
              + "  "
              + SeriesWords.time(leak.firedAtMillis())
              + "  "
              + SeriesWords.timeToLimit(leak);
      out.append(line.stripTrailing()).append('\n');
    }
    if (listed.size() < leaks.size()) {
      out.append(
          "  %,d more leak; --format jsonl has all\n".formatted(leaks.size() - listed.size()));
    }
  }

  private static void rest(SeriesReport report, Figures figures, StringBuilder out) {
    long growing =
        report.verdicts().stream().filter(each -> each instanceof SeriesVerdict.Growing).count();
    long tooShort = report.count("inconclusive") - growing;
    out.append('\n');
    if (growing > 0) {
      out.append(
          "      %,d %s and not yet as only a leak does: watch on.\n"
              .formatted(growing, growing == 1 ? "grows" : "grow"));
    }
    if (tooShort > 0) {
      out.append(
          "      %,d %s seen for too short a time: three hours and more are needed.\n"
              .formatted(tooShort, tooShort == 1 ? "was" : "were"));
    }
    out.append(
        "      read: %s, %,d values of %s\n"
            .formatted(
                Printable.of(report.source()), report.samples(), Printable.of(report.valueName())));
  }
}
