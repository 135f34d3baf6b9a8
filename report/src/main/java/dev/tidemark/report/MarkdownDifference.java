package dev.tidemark.report;

import dev.tidemark.profile.table.Grouping;
import dev.tidemark.profile.table.Totals;
import java.util.List;

/** Differences as Markdown tables. */
public final class MarkdownDifference {
  private MarkdownDifference() {}

  public static String of(List<Difference> differences, Grouping grouping, int most) {
    StringBuilder out = new StringBuilder();
    for (Difference difference : differences) {
      Amount amount = new Amount(difference.valueType());
      Totals totals = Totals.of(difference.change(), difference.type(), grouping);
      out.append("## ").append(TotalsText.heading(difference).replace("\n  ", "\n\n")).append('\n');
      out.append("| net | growth | shrinkage | cumulative | where |\n|--:|--:|--:|--:|---|\n");
      int listed = Math.min(most, totals.entries().size());
      for (Totals.Entry entry : totals.entries().subList(0, listed)) {
        out.append(
            "| %s | %s | %s | %s | `%s` |\n"
                .formatted(
                    amount.signed(entry.flat()),
                    amount.signed(entry.growth()),
                    amount.signed(entry.shrinkage()),
                    amount.signed(entry.cumulative()),
                    entry.name().replace("|", "\\|")));
      }
      if (listed < totals.entries().size()) {
        long cut = 0;
        for (Totals.Entry entry : totals.entries().subList(listed, totals.entries().size())) {
          cut += entry.flat();
        }
        out.append(
            "| %s | | | | %,d more, not listed |\n"
                .formatted(amount.signed(cut), totals.entries().size() - listed));
      }
      out.append('\n');
    }
    return out.toString();
  }
}
