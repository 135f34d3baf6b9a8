package dev.tidemark.report.html;

import dev.tidemark.detect.Growth;
import dev.tidemark.diagnose.Case;
import dev.tidemark.diagnose.CaseGrowth;
import dev.tidemark.diagnose.Measure;
import dev.tidemark.diagnose.Words;

/** Numbers of a report as every rendering words them. */
final class Numbers {
  private Numbers() {}

  static String growth(Measure.Unit unit, Growth growth) {
    return switch (unit) {
      case BYTES -> Words.bytesPerMinute(growth.estimate(), growth.low(), growth.high());
      case COUNT -> Words.countPerMinute(growth.estimate(), growth.low(), growth.high());
    };
  }

  static String fromTo(Measure.Unit unit, double from, double to) {
    return switch (unit) {
      case BYTES -> Words.bytesFromTo(from, to);
      case COUNT -> Words.count(from) + " → " + Words.count(to);
    };
  }

  static Measure.Unit unit(Case each) {
    return switch (each.growthPerMinute()) {
      case CaseGrowth.OfHeap _ -> Measure.Unit.BYTES;
      case CaseGrowth.OfGoroutines _ -> Measure.Unit.COUNT;
    };
  }

  /** Of what a case is ranked by: bytes, or goroutines. */
  static Growth growth(Case each) {
    return switch (each.growthPerMinute()) {
      case CaseGrowth.OfHeap heap -> heap.bytes();
      case CaseGrowth.OfGoroutines goroutines -> goroutines.count();
    };
  }
}
