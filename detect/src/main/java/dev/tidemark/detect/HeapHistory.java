package dev.tidemark.detect;

import dev.tidemark.profile.ProfileHeader;
import dev.tidemark.profile.table.Dictionary;
import dev.tidemark.profile.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The heap profiles of one process in order of time, each collection once: between two collections
 * a process gives the same rows again and again, and that is one observation (runtime/mprof.go
 * publishes at the end of a collection), dated by the collection it shows where that is known, else
 * by its first sight.
 */
public final class HeapHistory {
  private final List<HeapObservation> observations;
  private final int seen;
  private final int allocObjects;
  private final int allocSpace;
  private final int inUseObjects;
  private final int inUseSpace;

  private HeapHistory(List<HeapObservation> observations, int seen) {
    this.observations = List.copyOf(observations);
    this.seen = seen;
    ProfileHeader header =
        observations.isEmpty()
            ? ProfileHeader.of(List.of())
            : observations.getFirst().table().header();
    allocObjects = header.column("alloc_objects");
    allocSpace = header.column("alloc_space");
    inUseObjects = header.column("inuse_objects");
    inUseSpace = header.column("inuse_space");
  }

  public static HeapHistory of(List<HeapObservation> observations) {
    return of(observations, CollectionClock.UNKNOWN);
  }

  /**
   * @param clock tells what time each profile speaks of
   */
  public static HeapHistory of(List<HeapObservation> observations, CollectionClock clock) {
    List<HeapObservation> sorted = new ArrayList<>(observations);
    sorted.sort((one, other) -> Long.compare(one.timeMillis(), other.timeMillis()));
    List<HeapObservation> distinct = new ArrayList<>();
    for (HeapObservation observation : sorted) {
      if (distinct.isEmpty()
          || observation.whole().fingerprint() != distinct.getLast().whole().fingerprint()) {
        HeapObservation dated = observation.at(clock.profileMillis(observation.timeMillis()));
        if (distinct.isEmpty() || dated.timeMillis() > distinct.getLast().timeMillis()) {
          distinct.add(dated);
        }
      }
    }
    if (distinct.size() > 1 && isBeforeFirstCollection(distinct.getFirst(), distinct.get(1))) {
      distinct.removeFirst();
    }
    return new HeapHistory(distinct, sorted.size());
  }

  /**
   * Before its first collection a process has no profile of live memory to give, and gives all that
   * was ever allocated instead, garbage included (runtime/mprof.go, {@code memProfileInternal}): no
   * row has lost anything, while in the next profile many have.
   */
  private static boolean isBeforeFirstCollection(HeapObservation first, HeapObservation next) {
    ProfileHeader header = first.table().header();
    return header.column("alloc_space") >= 0
        && header.column("inuse_space") >= 0
        && first.whole().allocated() > 0
        && first.whole().allocated() == first.whole().inUse()
        && next.whole().inUse() < next.whole().allocated();
  }

  /** What lies between two shares of the time, both included. */
  HeapHistory between(double from, double to) {
    if (isEmpty()) {
      return this;
    }
    double span = lastMillis() - firstMillis();
    List<HeapObservation> part = new ArrayList<>();
    for (HeapObservation observation : observations) {
      double share = span == 0 ? 0 : (observation.timeMillis() - firstMillis()) / span;
      if (share >= from && share <= to) {
        part.add(observation);
      }
    }
    return new HeapHistory(part, part.size());
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

  /**
   * Bytes between samples (runtime.MemProfileRate) of the last profile: 0 where sampling is off.
   */
  public long samplingPeriod() {
    return isEmpty() ? 0 : last().header().period();
  }

  /** Whether all profiles were sampled alike; else their in-use values can't be compared. */
  public boolean isSampledAlike() {
    for (HeapObservation observation : observations) {
      if (observation.table().header().period() != samplingPeriod()) {
        return false;
      }
    }
    return true;
  }

  /** How fast the process allocated between profiles, at the later one of each pair. */
  public Points allocatedPerMinute() {
    if (allocSpace < 0 || observations.size() < 2) {
      return new Points(new long[0], new double[0]);
    }
    long[] times = timesMillis();
    double[] rates = new double[times.length - 1];
    for (int i = 0; i < rates.length; i++) {
      double bytes =
          observations.get(i + 1).table().total(allocSpace)
              - observations.get(i).table().total(allocSpace);
      rates[i] = Math.max(0, bytes) / ((times[i + 1] - times[i]) / 60_000.0);
    }
    return new Points(Arrays.copyOfRange(times, 1, times.length), rates);
  }

  /** When the profiles speak of; the values are 0. */
  public Points times() {
    return new Points(timesMillis(), new double[observations.size()]);
  }

  long[] timesMillis() {
    long[] times = new long[observations.size()];
    for (int i = 0; i < times.length; i++) {
      times[i] = observations.get(i).timeMillis();
    }
    return times;
  }

  /** Minutes since the first observation. */
  double[] minutes() {
    double[] minutes = new double[observations.size()];
    for (int i = 0; i < minutes.length; i++) {
      minutes[i] = (observations.get(i).timeMillis() - firstMillis()) / 60_000.0;
    }
    return minutes;
  }

  long inUseSpace(int observation, int row) {
    return observations.get(observation).table().value(inUseSpace, row);
  }

  long inUseObjects(int observation, int row) {
    return observations.get(observation).table().value(inUseObjects, row);
  }

  /**
   * What sampling does to a row.
   *
   * <p>An object of {@code s} bytes is sampled with chance {@code p = 1 − exp(−s/rate)} and stands
   * for {@code 1/p} objects (runtime/mprof.go, google/pprof scaleHeapSample), so a row's counts
   * times {@code p} are the samples themselves. What was sampled stays so until it is freed: the
   * changes of a row's samples are no more than the samples that were allocated and freed.
   */
  RowSampling sampling(int row) {
    double objects = 0;
    double bytes = 0;
    for (int i = 0; i < observations.size(); i++) {
      objects += inUseObjects(i, row);
      bytes += inUseSpace(i, row);
    }
    if (objects <= 0 || bytes <= 0) {
      return RowSampling.NONE;
    }
    double size = bytes / objects;
    double rate = last().header().period();
    double chance = rate <= 1 ? 1 : -Math.expm1(-size / rate);
    int last = observations.size() - 1;
    double changes = Double.POSITIVE_INFINITY;
    if (allocObjects >= 0) {
      double came = last().value(allocObjects, row) - first().value(allocObjects, row);
      double went = came - (inUseObjects(last, row) - inUseObjects(0, row));
      changes = came < 0 || went < 0 ? Double.POSITIVE_INFINITY : (came + went) * chance;
    }
    return new RowSampling(size, chance, objects / observations.size() * chance, changes);
  }

  /**
   * @param size bytes of one object
   * @param chance that an object is sampled
   * @param samples in use, on average over the run
   * @param changes samples that came or went during the run, at most
   */
  record RowSampling(double size, double chance, double samples, double changes) {
    static final RowSampling NONE = new RowSampling(0, 1, 0, 0);

    /** Objects that one sample stands for. */
    double objectsPerSample() {
      return 1 / chance;
    }

    double bytesPerSample() {
      return size / chance;
    }
  }
}
