package dev.tidemark.report;

import dev.tidemark.detect.Growth;
import dev.tidemark.diagnose.Case;
import dev.tidemark.diagnose.CaseGrowth;
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
import java.util.Locale;

/**
 * A report as text: verdict first, numbers with their interval, the line, what to do. At most 100
 * columns where names allow it, and the same without colour.
 */
public final class TextReport {
  private static final int WIDTH = 90;
  private static final String INDENT = "      ";
  private static final int MOST_GROUPS = 3;

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
      text.line(style.strong("next") + "  " + report.verdict().next());
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
        line(style.faint(INDENT + text));
      }
    }
    line(style.faint(INDENT + "read: " + report.source() + ", " + snapshots(report.window())));
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
    line(
        "%s  %-36s %4s of the growth   %s"
            .formatted(
                style.strong("%3d".formatted(each.rank())),
                amount,
                Words.percent(each.shareOfGrowth()),
                style.strong(FrameText.place(each.site()))));
    String verb = each.growthPerMinute() instanceof CaseGrowth.OfHeap ? "allocated" : "waiting at";
    wrapped(INDENT, verb + "   " + FrameText.calls(each.stack(), 6));
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
      Growth growth = rest.bytes();
      wrapped(
          INDENT,
          "%,d other %s, together %s, %s."
              .formatted(
                  rest.sites(),
                  rest.sites() == 1 ? "site" : "sites",
                  Words.bytesPerMinute(growth.estimate(), growth.low(), growth.high()),
                  growth.isCertain() ? "grow too, none of them surely" : "are within noise"));
    }
    if (rest.groups() > 0 && report.window().length().isPositive()) {
      wrapped(INDENT, "%,d other goroutine groups do not surely grow.".formatted(rest.groups()));
    }
    for (PathGrowth path : report.paths()) {
      wrapped(INDENT, "Path " + path.pattern() + ": " + PathText.of(path) + ".");
    }
    for (Observation observation : report.observations()) {
      wrapped(INDENT, upperFirst(observation.text()) + ".");
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

  private static String upperFirst(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
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
    String rest = text;
    String start = indent;
    while (start.length() + rest.length() > WIDTH + 8) {
      int cut = rest.lastIndexOf(' ', WIDTH + 8 - start.length());
      if (cut <= 0) {
        break;
      }
      line(start + rest.substring(0, cut));
      rest = rest.substring(cut + 1);
      start = indent + "  ";
    }
    line(start + rest);
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}
