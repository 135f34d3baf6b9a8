package dev.tidemark.report.html;

import dev.tidemark.detect.Growth;
import dev.tidemark.detect.Points;
import dev.tidemark.diagnose.Case;

/**
 * The course of a case in the size of a word, from zero, with its trend's band: every slope of the
 * interval, through the middle of what was seen.
 */
final class Sparkline {
  private static final double WIDTH = 120;
  private static final double HEIGHT = 28;
  private static final double MARGIN = 2;

  private final Markup page;

  Sparkline(Markup page) {
    this.page = page;
  }

  void write(Case each) {
    Points points = each.points();
    if (points.count() < 2) {
      return;
    }
    page.open("svg", "viewBox", "0 0 120 28", "aria-hidden", "true");
    Growth growth = Numbers.growth(each);
    if (Double.isFinite(growth.low()) && Double.isFinite(growth.high())) {
      page.open("polygon", "class", "band", "points", band(points, growth)).close("polygon");
    }
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < points.count(); i++) {
      add(line, points, points.timesMillis()[i], points.values()[i]);
    }
    page.open("polyline", "points", line.toString()).close("polyline").close("svg");
  }

  private static String band(Points points, Growth growth) {
    double middle = 0;
    double level = 0;
    for (int i = 0; i < points.count(); i++) {
      middle += (double) (points.timesMillis()[i] - points.timesMillis()[0]) / points.count();
      level += points.values()[i] / points.count();
    }
    middle += points.timesMillis()[0];
    StringBuilder band = new StringBuilder();
    long[] ends = {points.timesMillis()[0], points.timesMillis()[points.count() - 1]};
    double[][] slopes = {{growth.low(), growth.high()}, {growth.low(), growth.high()}};
    add(band, points, ends[0], level + slopes[0][0] * (ends[0] - middle) / 60_000);
    add(band, points, ends[1], level + slopes[1][0] * (ends[1] - middle) / 60_000);
    add(band, points, ends[1], level + slopes[1][1] * (ends[1] - middle) / 60_000);
    add(band, points, ends[0], level + slopes[0][1] * (ends[0] - middle) / 60_000);
    return band.toString();
  }

  private static void add(StringBuilder line, Points points, long time, double value) {
    double across = (double) (time - points.timesMillis()[0]) / points.spanMillis();
    double up = points.largest() <= 0 ? 0 : value / points.largest();
    line.append(line.isEmpty() ? "" : " ");
    line.append(tenths(MARGIN + across * (WIDTH - 2 * MARGIN))).append(',');
    line.append(tenths(HEIGHT - MARGIN - up * (HEIGHT - 2 * MARGIN)));
  }

  private static double tenths(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
