package dev.tidemark.diagnose.series;

import dev.tidemark.diagnose.Unreadable;
import java.util.List;

/**
 * Verdicts on all series of one reading.
 *
 * @param source where they were read
 * @param valueName what the value is called there
 * @param samples values that were taken in
 * @param passedOver values that were older than one before them in their series, or as old
 * @param badLines lines that could not be understood
 * @param verdicts in the order in which the series were met
 * @param unreadable files that could not be read, or not to their end
 */
public record SeriesReport(
    String source,
    String valueName,
    long samples,
    long passedOver,
    long badLines,
    List<SeriesVerdict> verdicts,
    List<Unreadable> unreadable) {
  public SeriesReport {
    verdicts = List.copyOf(verdicts);
    unreadable = List.copyOf(unreadable);
  }

  /** How many series have a verdict of this kind. */
  public long count(String kind) {
    return verdicts.stream().filter(verdict -> verdict.kind().equals(kind)).count();
  }
}
