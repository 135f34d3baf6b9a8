package dev.tidemark.detect;

import dev.tidemark.profile.ProfileHeader;
import dev.tidemark.profile.table.Dictionary;
import dev.tidemark.profile.table.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * The heap profiles of one process in order of time, each collection once: between two collections
 * a process gives the same rows again and again, and that is one observation (runtime/mprof.go
 * publishes at the end of a collection), dated by its first sight.
 */
public final class HeapHistory {
  private final List<HeapObservation> observations;
  private final int seen;
  private final int inUseObjects;
  private final int inUseSpace;

  private HeapHistory(List<HeapObservation> observations, int seen) {
    this.observations = List.copyOf(observations);
    this.seen = seen;
    ProfileHeader header =
        observations.isEmpty()
            ? ProfileHeader.of(List.of())
            : observations.getFirst().table().header();
    inUseObjects = header.column("inuse_objects");
    inUseSpace = header.column("inuse_space");
  }

  public static HeapHistory of(List<HeapObservation> observations) {
    List<HeapObservation> sorted = new ArrayList<>(observations);
    sorted.sort((one, other) -> Long.compare(one.timeMillis(), other.timeMillis()));
    List<HeapObservation> distinct = new ArrayList<>();
    for (HeapObservation observation : sorted) {
      if (distinct.isEmpty()
          || observation.timeMillis() > distinct.getLast().timeMillis()
              && !observation.table().sameValues(distinct.getLast().table())) {
        distinct.add(observation);
      }
    }
    return new HeapHistory(distinct, sorted.size());
  }

  /** Profiles that were given, repeated ones included. */
  public int seen() {
    return seen;
  }

  /** Profiles that differ from the one before. */
  public int count() {
    return observations.size();
  }

  public boolean isEmpty() {
    return observations.isEmpty();
  }

  public long firstMillis() {
    return observations.getFirst().timeMillis();
  }

  public long lastMillis() {
    return observations.getLast().timeMillis();
  }

  public Table first() {
    return observations.getFirst().table();
  }

  public Table last() {
    return observations.getLast().table();
  }

  Dictionary dictionary() {
    return first().dictionary();
  }

  /** Minutes since the first observation. */
  double[] minutes() {
    double[] minutes = new double[observations.size()];
    for (int i = 0; i < minutes.length; i++) {
      minutes[i] = (observations.get(i).timeMillis() - firstMillis()) / 60_000.0;
    }
    return minutes;
  }

  /** Live bytes in all, at each observation. */
  public Points livePoints() {
    long[] times = new long[observations.size()];
    double[] bytes = new double[observations.size()];
    for (int i = 0; i < bytes.length; i++) {
      times[i] = observations.get(i).timeMillis();
      bytes[i] = observations.get(i).table().total(inUseSpace);
    }
    return new Points(times, bytes);
  }

  long inUseSpace(int observation, int row) {
    return observations.get(observation).table().value(inUseSpace, row);
  }

  long inUseObjects(int observation, int row) {
    return observations.get(observation).table().value(inUseObjects, row);
  }

  /** Bytes an object of a row has; 0 where no observation holds any. */
  private double objectSize(int row) {
    for (int i = observations.size() - 1; i >= 0; i--) {
      long objects = inUseObjects(i, row);
      if (objects > 0) {
        return (double) inUseSpace(i, row) / objects;
      }
    }
    return 0;
  }

  /**
   * How far the change of a row's live objects and bytes from the first to the last observation may
   * be from what its rate of growth would give: the variance of a count of events.
   *
   * <p>An object of {@code s} bytes is sampled with chance {@code p = 1 − exp(−s/rate)} and stands
   * for {@code 1/p} objects (runtime/mprof.go, google/pprof scaleHeapSample). What was sampled
   * stays so until it is freed, so objects that live through the whole run add no error; only those
   * that came and those that went do, each by {@code 1/p²}. How many sampled ones that were is seen
   * from the steps between observations, and is at most what was in use twice over; one is always
   * possible.
   */
  SamplingVariance samplingVariance(int row) {
    double size = objectSize(row);
    double rate = last().header().period();
    if (size == 0 || rate <= 1) {
      return SamplingVariance.NONE;
    }
    double chance = -Math.expm1(-size / rate);
    double steps = 0;
    double most = inUseObjects(0, row) * chance;
    for (int i = 1; i < observations.size(); i++) {
      double step = (inUseObjects(i, row) - inUseObjects(i - 1, row)) * chance;
      steps += step * step;
      most = Math.max(most, inUseObjects(i, row) * chance);
    }
    double sampled = Math.max(1, Math.min(steps, 2 * most));
    double objects = sampled / (chance * chance);
    return new SamplingVariance(objects, objects * size * size);
  }

  /** Variance of a number of objects, and of their bytes. */
  record SamplingVariance(double objects, double bytes) {
    static final SamplingVariance NONE = new SamplingVariance(0, 0);
  }
}
