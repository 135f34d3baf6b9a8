package dev.tidemark.collect;

import dev.tidemark.detect.GoroutineHistory;
import dev.tidemark.detect.GoroutineObservation;
import dev.tidemark.detect.HeapHistory;
import dev.tidemark.detect.HeapObservation;
import dev.tidemark.detect.MetricsHistory;
import dev.tidemark.diagnose.Evidence;
import dev.tidemark.diagnose.Observation;
import dev.tidemark.diagnose.Unreadable;
import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import dev.tidemark.profile.Profile;
import dev.tidemark.profile.ProfileKind;
import dev.tidemark.profile.pprof.Inflate;
import dev.tidemark.profile.pprof.PprofReader;
import dev.tidemark.profile.table.Dictionary;
import dev.tidemark.profile.table.Table;
import dev.tidemark.series.Reading;
import dev.tidemark.series.exposition.ExpositionReader;
import dev.tidemark.series.exposition.MalformedExpositionException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Gathers the captures of one process, one by one, and lets go of each when it is understood: what
 * stays is a table for each heap profile over one dictionary.
 */
public final class EvidenceBuilder {
  private final Limits limits;
  private final UnaryOperator<Profile> filter;
  private final Dictionary dictionary = new Dictionary();
  private final List<HeapObservation> heap = new ArrayList<>();
  private final List<GoroutineObservation> goroutines = new ArrayList<>();
  private final List<MetricsHistory.MetricsObservation> metrics = new ArrayList<>();
  private final Map<ProfileKind, ProfileTables> others = new EnumMap<>(ProfileKind.class);
  private final List<Observation> notes = new ArrayList<>();
  private final List<Unreadable> unreadable = new ArrayList<>();
  private int understood;

  /**
   * @param filter what is looked at of each profile
   */
  public EvidenceBuilder(Limits limits, UnaryOperator<Profile> filter) {
    this.limits = limits;
    this.filter = filter;
  }

  /** Adds a capture; one that can't be read is kept by name and reason. */
  public void add(Capture capture) {
    try {
      read(capture);
      understood++;
    } catch (MalformedProfileException | MalformedExpositionException problem) {
      unreadable.add(new Unreadable(capture.name(), String.valueOf(problem.getMessage())));
    }
  }

  public void addUnreadable(String name, String problem) {
    unreadable.add(new Unreadable(name, problem));
  }

  public void addNote(String kind, String text) {
    notes.add(new Observation(kind, text));
  }

  /** Captures that were understood. */
  public int understood() {
    return understood;
  }

  public Evidence evidence(String source) {
    return new Evidence(
        source,
        HeapHistory.of(heap),
        GoroutineHistory.of(goroutines),
        MetricsHistory.of(metrics),
        notes,
        unreadable);
  }

  /** Profiles that are no snapshot of the heap, by kind, each with a dictionary of its own. */
  public Map<ProfileKind, ProfileTables> others() {
    return Map.copyOf(others);
  }

  /** The heap profiles in the order they came, whatever their time. */
  public ProfileTables heapTables() {
    return new ProfileTables(dictionary, heap.stream().map(HeapObservation::table).toList());
  }

  /** Profiles of one kind over one dictionary, in the order they came. */
  public record ProfileTables(Dictionary dictionary, List<Table> tables) {}

  private void read(Capture capture)
      throws MalformedProfileException, MalformedExpositionException {
    byte[] data = Inflate.ifCompressed(capture.data(), limits);
    if (data.length > 3 && (data[0] == '#' || data[0] == 'g' && data[1] == 'o' && data[2] == '_')) {
      metrics.add(
          new MetricsHistory.MetricsObservation(
              capture.fallbackMillis(), Reading.of(ExpositionReader.read(data))));
      return;
    }
    for (Profile profile : PprofReader.read(data, limits)) {
      add(profile, capture.fallbackMillis());
    }
  }

  private void add(Profile whole, long fallbackMillis) {
    long nanos = whole.header().timeNanos();
    long millis = nanos > 0 ? nanos / 1_000_000 : fallbackMillis;
    Profile profile = filter.apply(whole);
    switch (profile.kind()) {
      case HEAP, ALLOCS -> {
        if (whole.isDifference()) {
          keep(profile);
        } else {
          heap.add(new HeapObservation(millis, dictionary.add(profile)));
        }
      }
      case GOROUTINE -> goroutines.add(GoroutineGroups.of(millis, keep(profile)));
      case CPU, BLOCK, MUTEX, THREAD_CREATE, GOROUTINE_LEAK, CUSTOM -> keep(profile);
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
}
