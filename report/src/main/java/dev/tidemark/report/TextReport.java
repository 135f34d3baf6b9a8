package dev.tidemark.report;

import dev.tidemark.detect.Growth;
import dev.tidemark.diagnose.Case;
import dev.tidemark.diagnose.CaseGrowth;
import dev.tidemark.diagnose.CodeFinding;
import dev.tidemark.diagnose.Digits;
import dev.tidemark.diagnose.GoroutineCount;
import dev.tidemark.diagnose.KnownShape;
import dev.tidemark.diagnose.Measure;
import dev.tidemark.diagnose.Observation;
import dev.tidemark.diagnose.PathGrowth;
import dev.tidemark.diagnose.Remainder;
import dev.tidemark.diagnose.Report;
import dev.tidemark.diagnose.Verdict;
import dev.tidemark.diagnose.Window;
import dev.tidemark.diagnose.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * A report as text: verdict first, numbers with their interval, the line, what to do. At most 98
 * columns where names allow it, and the same without colour.
 */
public final class TextReport {
  private static final int WIDTH = 90;
  private static final int WIDEST = 98;
  private static final String INDENT = "      ";
  private static final String GAP = "   ";
  private static final int MOST_GROUPS = 3;
  private static final int MOST_LATENT = 5;

  /** Groups of fewer goroutines are no news in a text; the other forms list them. */
  private static final int MANY_GOROUTINES = 50;

  private final Style style;
  private final StringBuilder out = new StringBuilder();

  private TextReport(Style style) {
    this.style = style;
  }

  public static String of(Report report, Style style) {
    TextReport text = new TextReport(style);
    text.head(report);
    for (Case each : report.cases()) {
      text.add(each);
    }
    text.remainder(report);
    text.goroutines(report);
    if (!report.verdict().next().isEmpty()) {
      text.wrapped("next  ", INDENT, report.verdict().next(), style::nextWord);
    }
    return text.out.toString();
  }

  private void head(Report report) {
    Verdict verdict = report.verdict();
    String confidence = "confidence " + Words.percent(verdict.confidence());
    String headline = headline(verdict);
    String word = verdict.kind().toUpperCase(Locale.ROOT);
    String gap =
        " "
            .repeat(
                Math.max(2, WIDTH - word.length() - 2 - headline.length() - confidence.length()));
    line(emphasised(verdict, word) + "  " + headline + gap + confidence);
    for (String reason : verdict.reasons()) {
      wrapped(INDENT, reason);
    }
    for (Measure measure : report.measures()) {
      String text = measureText(measure);
      if (verdict.reasons().stream().noneMatch(reason -> reason.contains(growthText(measure)))) {
        wrapped(INDENT, INDENT + "  ", text, style::faint);
      }
    }
    String read = "read: " + report.source() + ", " + snapshots(report.window());
    wrapped(INDENT, INDENT + "  ", read, style::faint);
    line("");
  }

  private static String snapshots(Window window) {
    return window.snapshots() == 1
        ? "one snapshot"
        : Digits.grouped(window.snapshots()) + " snapshots over " + Words.duration(window.length());
  }

  private static String measureText(Measure measure) {
    if (measure.observations() == 1) {
      String only =
          measure.unit() == Measure.Unit.BYTES
              ? Words.bytes(measure.last())
              : Words.count(measure.last());
      return Digits.left(measure.name(), 18) + " " + only + ", seen once";
    }
    String fromTo =
        switch (measure.unit()) {
          case BYTES -> Words.bytesFromTo(measure.first(), measure.last());
          case COUNT -> Words.count(measure.first()) + " → " + Words.count(measure.last());
        };
    return Digits.left(measure.name(), 18) + " " + fromTo + ", " + growthText(measure);
  }

  private static String growthText(Measure measure) {
    Growth growth = measure.growth();
    return switch (measure.unit()) {
      case BYTES -> Words.bytesPerMinute(growth.estimate(), growth.low(), growth.high());
      case COUNT -> Words.countPerMinute(growth.estimate(), growth.low(), growth.high());
    };
  }

  private void add(Case each) {
    Growth growth;
    String amount;
    switch (each.growthPerMinute()) {
      case CaseGrowth.OfHeap heap -> {
        growth = heap.bytes();
        amount = Words.bytesPerMinute(growth.estimate(), growth.low(), growth.high());
      }
      case CaseGrowth.OfGoroutines goroutines -> {
        growth = goroutines.count();
        amount =
            Words.countPerMinute(growth.estimate(), growth.low(), growth.high()) + " goroutines";
      }
    }
    String rank = "%3d".formatted(each.rank());
    String rest =
        "  %-36s %4s of the growth".formatted(amount, Words.percent(each.shareOfGrowth()));
    String place = FrameText.place(each.site());
    boolean fits = rank.length() + rest.length() + GAP.length() + place.length() <= WIDEST;
    line(style.strong(rank) + rest + (fits ? GAP + style.strong(place) : ""));
    if (!fits) {
      wrapped(INDENT, INDENT + "  ", place, style::strong);
    }
    String verb = each.growthPerMinute() instanceof CaseGrowth.OfHeap ? "allocated" : "waiting at";
    wrapped(INDENT, verb + "   " + FrameText.calls(each.stack(), 6));
    for (CodeFinding finding : each.findings()) {
      String in = finding.function().isEmpty() ? "" : " in " + finding.function();
      wrapped(INDENT, "kept by     " + finding.place() + in);
      if (!finding.code().isEmpty()) {
        line(INDENT + "            " + style.faint(finding.code()));
      }
      wrapped(INDENT, "because     " + finding.message() + "   [" + finding.rule() + "]");
      wrapped(INDENT, "do          " + finding.fix());
    }
    for (KnownShape shape : each.shapes()) {
      wrapped(INDENT, "because     " + shape.title() + "   [" + shape.name() + "]");
      wrapped(INDENT, "do          " + shape.fix());
    }
    if (!each.hint().isEmpty()) {
      wrapped(INDENT, "hint        " + each.hint());
    }
  }

  private void remainder(Report report) {
    Remainder rest = report.remainder();
    if (!report.cases().isEmpty()) {
      line("");
    }
    if (rest.sites() > 0 && Double.isFinite(rest.bytes().low())) {
      wrapped(INDENT, RemainderText.sites(rest) + ".");
    }
    if (rest.groups() > 0 && report.window().length().isPositive()) {
      wrapped(INDENT, RemainderText.groups(rest) + ".");
    }
    for (PathGrowth path : report.paths()) {
      wrapped(INDENT, "Path " + path.pattern() + ": " + PathText.of(path) + ".");
    }
    code(report);
    for (Observation observation : report.observations()) {
      wrapped(INDENT, Sentence.of(observation.text()));
    }
  }

  /** Where code and heap disagree. */
  private void code(Report report) {
    if (report.code().isNone()) {
      return;
    }
    for (Case each : report.cases()) {
      if (each.findings().isEmpty()) {
        wrapped(
            INDENT,
            "Case %d: none of what scan looks for stands in the code of its stack."
                .formatted(each.rank()));
      }
    }
    List<CodeFinding> latent = report.code().latent();
    if (!latent.isEmpty()) {
      StringBuilder said = new StringBuilder();
      for (CodeFinding finding : latent.subList(0, Math.min(MOST_LATENT, latent.size()))) {
        said.append(said.isEmpty() ? "" : ", ");
        said.append(finding.place()).append(" [").append(finding.rule()).append(']');
      }
      int more = latent.size() - Math.min(MOST_LATENT, latent.size());
      said.append(more == 0 ? "" : " and %d more (tidemark scan lists them)".formatted(more));
      wrapped(INDENT, "Latent, found in code that does not grow here: " + said + ".");
    }
  }

  /**
   * The largest groups over time; one look at goroutines has a table of its own, {@link
   * GoroutinesText}.
   */
  private void goroutines(Report report) {
    boolean seenOften = false;
    for (Measure measure : report.measures()) {
      seenOften |= measure.name().equals("goroutines") && measure.observations() > 1;
    }
    StringBuilder groups = new StringBuilder();
    int listed = 0;
    for (GoroutineCount group : report.goroutines()) {
      boolean isLarge = Math.max(group.first(), group.last()) >= MANY_GOROUTINES;
      if (seenOften && isLarge && listed++ < MOST_GROUPS) {
        groups.append(groups.isEmpty() ? "Goroutines: " : "; ");
        groups.append(FrameText.place(group.site())).append(' ');
        groups.append(Words.count(group.first())).append(" → ").append(Words.count(group.last()));
        groups.append(group.waitsFor().isEmpty() ? "" : ", " + group.waitsFor());
      }
    }
    if (listed > MOST_GROUPS) {
      groups.append("; ").append(listed - MOST_GROUPS).append(" more groups of ");
      groups.append(MANY_GOROUTINES).append(" or more");
    }
    if (!groups.isEmpty()) {
      wrapped(INDENT, groups.append('.').toString());
    }
  }

  private String emphasised(Verdict verdict, String word) {
    return switch (verdict) {
      case Verdict.Leak _ -> style.bad(word);
      case Verdict.GoroutineLeak _ -> style.bad(word);
      case Verdict.OutsideHeap _ -> style.bad(word);
      case Verdict.Inconclusive _ -> style.unsure(word);
      case Verdict.Flood _ -> style.good(word);
      case Verdict.WarmUp _ -> style.good(word);
      case Verdict.Load _ -> style.good(word);
      case Verdict.HighWater _ -> style.good(word);
      case Verdict.Steady _ -> style.good(word);
    };
  }

  /** The verdict in a few words. */
  public static String headline(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Leak _ -> "live heap grows and does not come back";
      case Verdict.GoroutineLeak _ -> "goroutines are started and do not end";
      case Verdict.OutsideHeap _ -> "resident memory grows, Go's own does not";
      case Verdict.Flood _ -> "much is allocated, nothing is kept";
      case Verdict.WarmUp _ -> "growth decays, as a cache that fills";
      case Verdict.Load _ -> "memory goes up and down with the load";
      case Verdict.HighWater _ -> "a plateau after a peak";
      case Verdict.Steady _ -> "growth worth acting on is ruled out";
      case Verdict.Inconclusive _ -> "can't tell yet";
    };
  }

  private void wrapped(String indent, String text) {
    wrapped(indent, indent + "  ", text, line -> line);
  }

  /** Breaks between words; a word that is wider than a line stands alone on one. */
  private void wrapped(String start, String indent, String text, UnaryOperator<String> emphasis) {
    String rest = start + text;
    int from = start.length();
    while (rest.length() > WIDEST) {
      int cut = rest.lastIndexOf(' ', WIDEST);
      if (cut <= from) {
        cut = rest.indexOf(' ', WIDEST);
      }
      if (cut < 0) {
        break;
      }
      line(emphasis.apply(rest.substring(0, cut)));
      rest = indent + rest.substring(cut + 1);
      from = indent.length();
    }
    line(emphasis.apply(rest));
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}
