package dev.tidemark.report;

import dev.tidemark.profile.ValueType;
import dev.tidemark.profile.table.Totals;
import java.util.List;
import java.util.Locale;

/**
 * Totals as a table, largest first. The sum of all stands above what is listed, and what is cut is
 * counted.
 */
public final class TotalsText {
  private TotalsText() {}

  /** Of one profile: flat and cumulative, as {@code go tool pprof -top}. */
  public static String ofProfile(String title, ValueType type, Totals totals, int most) {
    Amount amount = new Amount(type);
    StringBuilder out = new StringBuilder();
    out.append("%s, %s: %s in all\n".formatted(title, type.type(), amount.of(totals.total())));
    out.append("        flat  flat%   cumulative   cum%\n");
    for (Totals.Entry entry : listed(totals, most)) {
      out.append(
          "%12s %6s %12s %6s  %s\n"
              .formatted(
                  amount.of(entry.flat()),
                  percent(entry.flat(), totals.total()),
                  amount.of(entry.cumulative()),
                  percent(entry.cumulative(), totals.total()),
                  entry.name()));
    }
    long cut = 0;
    for (Totals.Entry entry : cut(totals, most)) {
      cut += entry.flat();
    }
    return out + cutLine(cut(totals, most).size(), amount.of(cut));
  }

  /** Of a difference: what grew and what shrank apart, and their sum. */
  public static String ofDifference(Difference difference, Totals totals, int most) {
    Amount amount = new Amount(difference.valueType());
    StringBuilder out = new StringBuilder(heading(difference));
    out.append("         net       growth    shrinkage   cumulative\n");
    for (Totals.Entry entry : listed(totals, most)) {
      out.append(
          "%12s %12s %12s %12s  %s\n"
              .formatted(
                  amount.signed(entry.flat()),
                  amount.signed(entry.growth()),
                  amount.signed(entry.shrinkage()),
                  amount.signed(entry.cumulative()),
                  entry.name()));
    }
    long cut = 0;
    for (Totals.Entry entry : cut(totals, most)) {
      cut += entry.flat();
    }
    return out + cutLine(cut(totals, most).size(), amount.signed(cut));
  }

  /** {@code heap, inuse_space: 15.8 MiB → 21.3 MiB (+5.5 MiB: +7.0 MiB grew, -1.5 MiB shrank)}. */
  static String heading(Difference difference) {
    Amount amount = new Amount(difference.valueType());
    long growth = 0;
    long shrinkage = 0;
    for (long value : difference.change().values()[difference.type()]) {
      growth += Math.max(0, value);
      shrinkage += Math.min(0, value);
    }
    return "%s, %s: %s → %s  (%s: %s in stacks that grew, %s in stacks that shrank)\n"
        .formatted(
            difference.kind().word(),
            difference.valueType().type(),
            amount.of(difference.before().total(difference.type())),
            amount.of(difference.after().total(difference.type())),
            amount.signed(growth + shrinkage),
            amount.signed(growth),
            amount.signed(shrinkage));
  }

  private static List<Totals.Entry> listed(Totals totals, int most) {
    return totals.entries().subList(0, Math.min(most, totals.entries().size()));
  }

  private static List<Totals.Entry> cut(Totals totals, int most) {
    int size = totals.entries().size();
    return totals.entries().subList(Math.min(most, size), size);
  }

  private static String cutLine(int count, String amount) {
    return count == 0
        ? ""
        : "%12s in %,d more, not listed\n".formatted(amount, count);
  }

  private static String percent(long part, long whole) {
    return whole == 0 ? "0%" : String.format(Locale.ROOT, "%.1f%%", 100.0 * part / whole);
  }
}
