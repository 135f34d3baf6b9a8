package dev.tidemark.detect;

import dev.tidemark.profile.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The goroutines of one process over time. Counts are exact; nothing is sampled. */
public final class GoroutineHistory {
  private final List<GoroutineObservation> observations;
  private final List<GoroutineObservation> counted;

  private GoroutineHistory(List<GoroutineObservation> observations) {
    this.observations = List.copyOf(observations);
    List<GoroutineObservation> profiles =
        observations.stream().filter(observation -> !observation.isDump()).toList();
    // One form only, so that a group which the other names differently does not seem to come and
    // go.
    List<GoroutineObservation> dumps =
        observations.stream().filter(GoroutineObservation::isDump).toList();
    counted = profiles.size() >= 2 ? profiles : dumps.size() >= 2 ? dumps : this.observations;
  }

  public static GoroutineHistory of(List<GoroutineObservation> observations) {
    List<GoroutineObservation> sorted = new ArrayList<>(observations);
    sorted.sort((one, other) -> Long.compare(one.timeMillis(), other.timeMillis()));
    List<GoroutineObservation> distinct = new ArrayList<>();
    for (GoroutineObservation observation : sorted) {
      if (distinct.isEmpty() || observation.timeMillis() > distinct.getLast().timeMillis()) {
        distinct.add(observation);
      }
    }
    return new GoroutineHistory(distinct);
  }

  public int count() {
    return observations.size();
  }

  public List<GoroutineObservation> observations() {
    return observations;
  }

  /** Goroutines in all, over time. */
  public Points totals() {
    return points(observation -> observation.total());
  }

  /** Goroutines on a path, over time. */
  public Points along(KeyPath path) {
    return points(observation -> observation.count(path));
  }

  /** Every group seen, the ones that grow most surely first. */
  public List<GoroutineSuspect> ranked(Function<List<Frame>, Site> siteOf) {
    Set<GoroutineGroup> groups = new LinkedHashSet<>();
    for (GoroutineObservation observation : counted) {
      groups.addAll(observation.groups().keySet());
    }
    List<GoroutineSuspect> suspects = new ArrayList<>();
    for (GoroutineGroup group : groups) {
      Points points = points(observation -> observation.count(group));
      GoroutineState state = state(group);
      suspects.add(
          new GoroutineSuspect(
              group,
              siteOf.apply(Plumbing.taken(group.stack())),
              new Counts(points).trend(),
              new Counts(points).trend(0.5, 1),
              points,
              state.waitsFor(),
              state.longestWaitMinutes(),
              state.createdBy()));
    }
    suspects.sort(
        Comparator.comparingDouble((GoroutineSuspect s) -> -s.count().rank())
            .thenComparing(s -> s.site().frame().toString()));
    return suspects;
  }

  /** What the latest observation that knows says of a group; its wait is the longest ever seen. */
  private GoroutineState state(GoroutineGroup group) {
    GoroutineState known = new GoroutineState(0, "", 0, List.of());
    for (GoroutineObservation observation : observations) {
      GoroutineState state = observation.groups().get(group);
      if (state != null) {
        known =
            new GoroutineState(
                state.count(),
                state.waitsFor().isEmpty() ? known.waitsFor() : state.waitsFor(),
                Math.max(known.longestWaitMinutes(), state.longestWaitMinutes()),
                state.createdBy().isEmpty() ? known.createdBy() : state.createdBy());
      }
    }
    return known;
  }

  private Points points(Function<GoroutineObservation, Long> value) {
    long[] times = new long[counted.size()];
    double[] values = new double[counted.size()];
    for (int i = 0; i < times.length; i++) {
      times[i] = counted.get(i).timeMillis();
      values[i] = value.apply(counted.get(i));
    }
    return new Points(times, values);
  }
}
