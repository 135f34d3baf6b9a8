package dev.tidemark.report.scan;

import dev.tidemark.report.Style;
import dev.tidemark.scan.Finding;
import dev.tidemark.scan.ScanReport;
import dev.tidemark.scan.mend.Mend;
import java.util.List;

/** What was mended, what is left and why, for a person: a line each. */
public final class MendText {
  private MendText() {}

  /**
   * @param mends in the order of their places
   */
  public static String of(ScanReport report, List<Mend> mends, Style style) {
    StringBuilder out = new StringBuilder();
    long mended = 0;
    for (Mend mend : mends) {
      switch (mend) {
        case Mend.Offered(var finding, var what, _) -> {
          mended++;
          out.append(style.good("mended")).append("  ").append(place(report, finding));
          out.append("  ").append(what);
        }
        case Mend.Left(var finding, var why) -> {
          out.append(style.unsure("left")).append("    ").append(place(report, finding));
          out.append("  ").append(why);
        }
      }
      out.append("  ").append(style.faint("[" + mend.finding().rule().id() + "]")).append('\n');
    }
    long files =
        mends.stream()
            .filter(mend -> mend instanceof Mend.Offered)
            .map(mend -> mend.finding().span().file())
            .distinct()
            .count();
    out.append(
        "%,d mended in %,d file%s, %,d left\n"
            .formatted(mended, files, files == 1 ? "" : "s", mends.size() - mended));
    return out.toString();
  }

  private static String place(ScanReport report, Finding finding) {
    return "%s:%d:%d"
        .formatted(
            report.relative(finding.span().file()), finding.span().line(), finding.span().column());
  }
}
