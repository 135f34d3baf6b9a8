package dev.tidemark.detect;

import dev.tidemark.profile.Frame;
import dev.tidemark.profile.Label;
import dev.tidemark.profile.ProfileHeader;
import dev.tidemark.profile.ValueType;
import dev.tidemark.profile.table.Dictionary;
import dev.tidemark.profile.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A heap with known growth, seen through Go's heap profile: objects are sampled by their size,
 * profiles show the end of the mark before the last collection, and what is sampled stays sampled.
 * Only sampled objects are made, for a thinned Poisson process is one.
 */
final class SimulatedHeap {
  static final int RATE = 512 * 1024;
  private static final ProfileHeader HEADER =
      ProfileHeader.of(
              List.of(
                  new ValueType("alloc_objects", "count"),
                  new ValueType("alloc_space", "bytes"),
                  new ValueType("inuse_objects", "count"),
                  new ValueType("inuse_space", "bytes")))
          .withPeriod(new ValueType("space", "bytes"), RATE);

  /**
   * One allocation site.
   *
   * @param size bytes of an object
   * @param growth bytes a minute that are never freed again
   * @param kept bytes that were there before and stay
   * @param turned bytes, on average, that live for a while and are replaced
   * @param lifetimeMinutes how long those live, on average
   */
  record SimulatedSite(
      double size, double growth, double kept, double turned, double lifetimeMinutes) {}

  private SimulatedHeap() {}

  /**
   * @param every minutes between profiles
   * @param collections minutes between collections, on average
   * @param forced whether a collection is forced before each profile, which then shows it
   * @param dated whether it is known which collection a profile shows
   */
  static HeapHistory history(
      SplittableRandom random,
      List<SimulatedSite> sites,
      int profiles,
      double every,
      double collections,
      boolean forced,
      boolean dated) {
    double[] marks = marks(random, profiles, every, collections, forced);
    Dictionary dictionary = new Dictionary();
    long[][][] values = new long[profiles][4][sites.size()];
    for (int i = 0; i < sites.size(); i++) {
      SimulatedSite site = sites.get(i);
      int stack =
          dictionary.stack(
              new int[] {dictionary.frame(new Frame("shop/site.F" + i, "f.go", 1))}, 1);
      int labels =
          dictionary.labelSet(List.of(new Label.Number("bytes", (long) site.size, "bytes")));
      int row = dictionary.row(stack, labels);
      fill(random, site, marks, values, row);
    }
    List<HeapObservation> observations = new ArrayList<>();
    for (int i = 0; i < profiles; i++) {
      long millis = Math.round((dated ? 10 + marks[i] : 1 + i * every) * 60_000);
      observations.add(new HeapObservation(millis, new Table(dictionary, HEADER, values[i])));
    }
    return HeapHistory.of(observations);
  }

  /** When the heap was as each profile shows it. */
  private static double[] marks(
      SplittableRandom random, int profiles, double every, double collections, boolean forced) {
    double[] marks = new double[profiles];
    double next = 1 - 3 * collections * random.nextDouble();
    double last = next;
    double before = next;
    for (int i = 0; i < profiles; i++) {
      double now = 1 + i * every;
      while (next <= now) {
        before = last;
        last = next;
        next += collections * (0.8 + 0.4 * random.nextDouble());
      }
      marks[i] = forced ? now : before;
    }
    return marks;
  }

  private static void fill(
      SplittableRandom random, SimulatedSite site, double[] marks, long[][][] values, int row) {
    double chance = -Math.expm1(-site.size / RATE);
    double begin = -20;
    double end = marks[marks.length - 1];
    int kept = poisson(random, site.kept / site.size * chance);
    long[] allocated = new long[marks.length];
    long[] live = new long[marks.length];
    add(allocated, live, 0, marks, kept, begin - 1, Double.POSITIVE_INFINITY);
    double time = marks[0] - 1;
    double growthRate = site.growth / site.size * chance;
    while (growthRate > 0 && (time += exponential(random, 1 / growthRate)) < end) {
      add(allocated, live, 0, marks, 1, time, Double.POSITIVE_INFINITY);
    }
    if (site.turned > 0) {
      double rate = site.turned / site.size * chance / site.lifetimeMinutes;
      int there = poisson(random, site.turned / site.size * chance);
      double from = marks[0];
      for (int i = 0; i < there; i++) {
        add(
            allocated,
            live,
            0,
            marks,
            1,
            from - 1,
            from + exponential(random, site.lifetimeMinutes));
      }
      time = from;
      while ((time += exponential(random, 1 / rate)) < end) {
        add(allocated, live, 0, marks, 1, time, time + exponential(random, site.lifetimeMinutes));
      }
    }
    for (int i = 0; i < marks.length; i++) {
      values[i][0][row] = Math.round(allocated[i] / chance);
      values[i][1][row] = Math.round(allocated[i] / chance * site.size);
      values[i][2][row] = Math.round(live[i] / chance);
      values[i][3][row] = Math.round(live[i] / chance * site.size);
    }
  }

  private static void add(
      long[] allocated,
      long[] live,
      int from,
      double[] marks,
      int count,
      double birth,
      double death) {
    for (int i = from; i < marks.length; i++) {
      if (birth <= marks[i]) {
        allocated[i] += count;
        live[i] += death > marks[i] ? count : 0;
      }
    }
  }

  static double exponential(SplittableRandom random, double mean) {
    return -mean * Math.log1p(-random.nextDouble());
  }

  static int poisson(SplittableRandom random, double mean) {
    if (mean > 200) {
      return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    double product = random.nextDouble();
    int count = 0;
    for (double limit = Math.exp(-mean); product > limit; count++) {
      product *= random.nextDouble();
    }
    return count;
  }
}
