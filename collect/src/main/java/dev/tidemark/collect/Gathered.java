package dev.tidemark.collect;

import dev.tidemark.collect.EvidenceBuilder.ProfileTables;
import dev.tidemark.detect.GoroutineObservation;
import dev.tidemark.detect.HeapObservation;
import dev.tidemark.detect.HeapTotals;
import dev.tidemark.detect.MetricsHistory.MetricsObservation;
import dev.tidemark.profile.Profile;
import dev.tidemark.profile.ProfileKind;
import dev.tidemark.profile.goroutine.GoroutineDump;
import dev.tidemark.profile.table.Dictionary;
import dev.tidemark.profile.table.Table;
import dev.tidemark.profile.text.GcTrace;
import dev.tidemark.series.Quantity;
import dev.tidemark.series.Reading;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What was understood of captures, in the order they came. */
final class Gathered {
  private final UnaryOperator<Profile> filter;
  private final Dictionary dictionary = new Dictionary();
  private final List<HeapObservation> heap = new ArrayList<>();
  private final List<GoroutineObservation> goroutines = new ArrayList<>();
  private final List<GoroutineObservation> proven = new ArrayList<>();
  private final Map<Long, Reading> metrics = new TreeMap<>();
  private final Map<ProfileKind, ProfileTables> others = new EnumMap<>(ProfileKind.class);
  private final CaptureTimes times = new CaptureTimes();
  private int withStacks;
  private int withStacksLeft;

  Gathered(UnaryOperator<Profile> filter) {
    this.filter = filter;
  }

  void add(Profile whole, long fallbackMillis) {
    long nanos = whole.header().timeNanos();
    long millis = nanos > 0 ? nanos / 1_000_000 : fallbackMillis;
    Profile profile = filter.apply(whole);
    count(whole.samples().count(), profile.samples().count());
    switch (profile.kind()) {
      case HEAP, ALLOCS -> {
        if (whole.isDifference()) {
          keep(profile);
        } else {
          HeapTotals totals = HeapTotals.of(whole.header(), whole.samples().values());
          heap.add(new HeapObservation(millis, dictionary.add(profile), totals));
          times.seen("heap profiles", millis, nanos > 0, Long.hashCode(totals.fingerprint()));
        }
      }
      case GOROUTINE -> goroutines.add(GoroutineGroups.of(millis, keep(profile)));
      case GOROUTINE_LEAK -> proven.add(GoroutineGroups.of(millis, keep(profile)));
      case CPU, BLOCK, MUTEX, THREAD_CREATE, CUSTOM -> keep(profile);
    }
  }

  private Table keep(Profile profile) {
    ProfileTables kept =
        others.computeIfAbsent(
            profile.kind(), kind -> new ProfileTables(new Dictionary(), new ArrayList<>()));
    Table table = kept.dictionary().add(profile);
    kept.tables().add(table);
    return table;
  }

  void add(GoroutineDump whole, long time) {
    GoroutineDump dump = DumpFilter.apply(filter, whole);
    count(whole.count(), dump.count());
    goroutines.add(GoroutineGroups.of(time, dump));
    GoroutineObservation leaked = GoroutineGroups.leaked(time, dump);
    if (leaked.total() > 0) {
      proven.add(leaked);
    }
  }

  /** Readings of one time, such as of metrics and of a profile's trailer, complete each other. */
  void add(Reading reading, long time) {
    metrics.merge(
        time,
        reading,
        (known, next) -> {
          Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
          values.putAll(next.values());
          values.putAll(known.values());
          return new Reading(values);
        });
  }

  /** A log has no date, only seconds since the start: its end is the time of the capture. */
  void add(GcTrace trace, long endMillis) {
    double end = trace.collections().getLast().atSeconds();
    for (GcTrace.Collection collection : trace.collections()) {
      long time = endMillis - Math.round((end - collection.atSeconds()) * 1000);
      Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
      values.put(Quantity.LIVE_HEAP, (double) collection.live());
      values.put(Quantity.NEXT_COLLECTION, (double) collection.goal());
      values.put(Quantity.COLLECTIONS, (double) collection.number());
      add(new Reading(values), time);
    }
  }

  private void count(int samples, int left) {
    withStacks += samples > 0 ? 1 : 0;
    withStacksLeft += left > 0 ? 1 : 0;
  }

  boolean hasStacks() {
    return withStacksLeft > 0;
  }

  /** Whether there were stacks, and the filter left none of them. */
  boolean isFilteredAway() {
    return withStacks > 0 && withStacksLeft == 0;
  }

  CaptureTimes times() {
    return times;
  }

  Dictionary dictionary() {
    return dictionary;
  }

  List<HeapObservation> heap() {
    return heap;
  }

  List<GoroutineObservation> goroutines() {
    return goroutines;
  }

  /** Goroutines of which the runtime itself says that they leak. */
  List<GoroutineObservation> proven() {
    return proven;
  }

  /** In order of time. */
  List<MetricsObservation> metrics() {
    List<MetricsObservation> observations = new ArrayList<>(metrics.size());
    metrics.forEach((time, reading) -> observations.add(new MetricsObservation(time, reading)));
    return observations;
  }

  Map<ProfileKind, ProfileTables> others() {
    return others;
  }
}
