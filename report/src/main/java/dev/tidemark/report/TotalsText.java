package dev.tidemark.report;

import dev.tidemark.diagnose.Digits;
import dev.tidemark.profile.ValueType;
import dev.tidemark.profile.table.Totals;
import java.util.List;

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
    out.append(title).append(", ").append(type.type()).append(": ");
    out.append(amount.of(totals.total())).append(" in all\n");
    out.append("        flat  flat%   cumulative   cum%\n");
    for (Totals.Entry entry : listed(totals, most)) {
      row(
          out,
          Digits.right(amount.of(entry.flat()), 12),
          Digits.right(percent(entry.flat(), totals.total()), 6),
          Digits.right(amount.of(entry.cumulative()), 12),
          Digits.right(percent(entry.cumulative(), totals.total()), 6),
          " " + entry.name());
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
      row(
          out,
          Digits.right(amount.signed(entry.flat()), 12),
          Digits.right(amount.signed(entry.growth()), 12),
          Digits.right(amount.signed(entry.shrinkage()), 12),
          Digits.right(amount.signed(entry.cumulative()), 12),
          " " + entry.name());
    }
    long cut = 0;
    for (Totals.Entry entry : cut(totals, most)) {
      cut += entry.flat();
    }
    return out + cutLine(cut(totals, most).size(), amount.signed(cut));
  }

  /** {@code heap, inuse_space: 15.8 MiB → 21.3 MiB, +5.5 MiB}, and what grew and what shrank. */
  static String heading(Difference difference) {
    Amount amount = new Amount(difference.valueType());
    long growth = 0;
    long shrinkage = 0;
    for (long value : difference.change().values()[difference.type()]) {
      growth += Math.max(0, value);
      shrinkage += Math.min(0, value);
    }
    return difference.kind().word()
        + ", "
        + difference.valueType().type()
        + ": "
        + amount.of(difference.before().total(difference.type()))
        + " → "
        + amount.of(difference.after().total(difference.type()))
        + ", "
        + amount.signed(growth + shrinkage)
        + "\n  "
        + amount.signed(growth)
        + " in stacks that grew, "
        + amount.signed(shrinkage)
        + " in stacks that shrank\n";
  }

  private static void row(StringBuilder out, String... cells) {
    out.append(String.join(" ", cells)).append('\n');
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
        : Digits.right(amount, 12) + " in " + Digits.grouped(count) + " more, not listed\n";
  }

  private static String percent(long part, long whole) {
    return whole == 0 ? "0%" : Digits.oneDecimal(100.0 * part / whole) + "%";
  }
}
