package dev.tidemark.diagnose.series;

import dev.tidemark.detect.memory.Slope;

/** The one conclusion on a memory series. Slopes are per hour, in the unit of the value. */
public sealed interface SeriesVerdict {
  String seriesId();

  /** As the contract has it: {@code leak}, {@code steady}, {@code inconclusive}. */
  String kind();

  /**
   * It leaks.
   *
   * @param firedAtMillis when somebody who saw it sample by sample would have known, milliseconds
   *     since the epoch
   * @param windowMillis how long the growth was looked at then
   * @param slope of what is kept, then
   * @param level what is kept at the end of the series
   * @param limit of the value; NaN where it is not known
   */
  record Leak(
      String seriesId,
      long firedAtMillis,
      long windowMillis,
      Slope slope,
      double level,
      double limit)
      implements SeriesVerdict {
    @Override
    public String kind() {
      return "leak";
    }

    /** Hours from the end of the series to the limit at a slope; NaN where there is no limit. */
    public double hoursToLimit(double atSlope) {
      return atSlope > 0 ? Math.max(0, limit - level) / atSlope : Double.NaN;
    }
  }

  /** No growth that has the shape of a leak, and it was watched for long enough to tell. */
  record Steady(String seriesId, Slope slope, double level) implements SeriesVerdict {
    @Override
    public String kind() {
      return "steady";
    }
  }

  /** It grew at the end of the series, and had not yet done so as only a leak does. */
  record Growing(String seriesId, Slope slope, double level) implements SeriesVerdict {
    @Override
    public String kind() {
      return "inconclusive";
    }
  }

  /** Too little was seen of it, or of the process's last life. */
  record TooShort(String seriesId, String reason) implements SeriesVerdict {
    @Override
    public String kind() {
      return "inconclusive";
    }
  }
}
