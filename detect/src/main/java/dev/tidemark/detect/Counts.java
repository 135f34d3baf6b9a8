package dev.tidemark.detect;

/** A number of things over time: counted exactly, and never a spike of the moment it was read. */
public record Counts(Points points) implements Course {
  @Override
  public Trend trend(double from, double to) {
    return points.between(from, to).lineAsSeen();
  }
}
