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
import dev.tidemark.profile.goroutine.GoroutineDump;
import dev.tidemark.profile.pprof.Inflate;
import dev.tidemark.profile.pprof.PprofReader;
import dev.tidemark.profile.table.Dictionary;
import dev.tidemark.profile.table.Table;
import dev.tidemark.profile.text.CaptureForm;
import dev.tidemark.profile.text.GcTrace;
import dev.tidemark.profile.text.TextContentions;
import dev.tidemark.profile.text.TextCounts;
import dev.tidemark.profile.text.TextHeap;
import dev.tidemark.series.Quantity;
import dev.tidemark.series.Reading;
import dev.tidemark.series.exposition.ExpositionReader;
import dev.tidemark.series.exposition.MalformedExpositionException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final List<GoroutineObservation> proven = new ArrayList<>();
  private final List<MetricsHistory.MetricsObservation> metrics = new ArrayList<>();
  private final Map<ProfileKind, ProfileTables> others = new EnumMap<>(ProfileKind.class);
  private final List<Observation> notes = new ArrayList<>();
  private final List<Unreadable> unreadable = new ArrayList<>();
  private final Set<String> unreadableNames = new HashSet<>();
  private int understood;
  private int passedOver;

  /**
   * @param filter what is looked at of each profile
   */
  public EvidenceBuilder(Limits limits, UnaryOperator<Profile> filter) {
    this.limits = limits;
    this.filter = filter;
  }

  /**
   * Adds a capture; one that can't be read is kept by name and reason.
   *
   * @return whether it could be read
   */
  public boolean add(Capture capture) {
    try {
      read(capture);
      understood++;
      return true;
    } catch (MalformedProfileException | MalformedExpositionException | Unusable problem) {
      addUnreadable(capture.name(), String.valueOf(problem.getMessage()));
      return false;
    }
  }

  /** Keeps what can't be read by name and reason; one that is asked again and again once. */
  public void addUnreadable(String name, String problem) {
    if (unreadableNames.add(name)) {
      unreadable.add(new Unreadable(name, problem));
    }
  }

  public void addNote(String kind, String text) {
    notes.add(new Observation(kind, text));
  }

  /** Captures that were understood. */
  public int understood() {
    return understood - passedOver;
  }

  /** Files found beside captures that are none. */
  public int passedOver() {
    return passedOver;
  }

  /** What was seen of the process; if it was started anew meanwhile, of its last life. */
  public Evidence evidence(String source) {
    long start = Restarts.lastStart(metrics, heap);
    List<Observation> remarks = new ArrayList<>(notes);
    if (start > Long.MIN_VALUE) {
      remarks.add(
          new Observation(
              "restart",
              "counters fell back: the process was started anew, or these are captures of two; only"
                  + " what came after is judged"));
    }
    long repeated = sameTimes();
    if (repeated > 0) {
      remarks.add(
          new Observation(
              "same-time",
              "%,d heap profiles have the time of another one and are left out; name such files"
                      .formatted(repeated)
                  + " with the epoch milliseconds they were taken at (heap-1761955200000.txt)"));
    }
    MetricsHistory readings =
        MetricsHistory.of(metrics.stream().filter(seen -> seen.timeMillis() >= start).toList());
    return new Evidence(
        source,
        HeapHistory.of(since(start), readings.clock()),
        GoroutineHistory.of(
            goroutines.stream().filter(seen -> seen.timeMillis() >= start).toList()),
        GoroutineHistory.of(proven.stream().filter(seen -> seen.timeMillis() >= start).toList()),
        readings,
        remarks,
        unreadable);
  }

  private List<HeapObservation> since(long start) {
    List<HeapObservation> later = new ArrayList<>(heap.size());
    for (HeapObservation seen : heap) {
      if (seen.timeMillis() >= start) {
        later.add(seen);
      }
    }
    return later;
  }

  private int sameTimes() {
    Set<Long> times = new HashSet<>();
    int same = 0;
    for (HeapObservation seen : heap) {
      same += times.add(seen.timeMillis()) ? 0 : 1;
    }
    return same;
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
      throws MalformedProfileException, MalformedExpositionException, Unusable {
    byte[] data = Inflate.ifCompressed(capture.data(), limits);
    long time = capture.fallbackMillis();
    switch (CaptureForm.of(data)) {
      case PPROF -> {
        for (Profile profile : PprofReader.read(data, limits)) {
          add(profile, time);
        }
      }
      case HEAP_TEXT -> {
        TextHeap text = TextHeap.parse(data, limits);
        add(TextProfiles.of(text), time);
        if (!text.memStats().isNone()) {
          add(TextProfiles.reading(text.memStats()), time);
        }
      }
      case GOROUTINE_TEXT, COUNT_TEXT -> add(TextProfiles.of(TextCounts.parse(data, limits)), time);
      case CONTENTION_TEXT -> add(TextProfiles.of(TextContentions.parse(data, limits)), time);
      case GOROUTINE_DUMP -> add(capture.name(), GoroutineDump.parse(data, limits), time);
      case GC_TRACE -> collections(GcTrace.parse(data, limits), time);
      case METRICS -> add(Reading.of(ExpositionReader.read(data)), time);
      case SERIES -> {
        if (!capture.isNamed()) {
          passedOver++;
        } else {
          throw new Unusable(
              "memory series are not of one process: inspect the file by itself, a pipe as -");
        }
      }
      case UNKNOWN -> {
        if (!capture.isNamed()) {
          passedOver++;
        } else if (data.length == 0) {
          throw new Unusable("empty");
        } else if (isBinary(data)) {
          // A profile that was cut has no form any more, but its reader can say where it breaks.
          PprofReader.read(data, limits);
        } else {
          throw new Unusable("of no form that Tidemark reads (see docs/formats.md)");
        }
      }
    }
  }

  private void add(String name, GoroutineDump dump, long time) {
    goroutines.add(GoroutineGroups.of(time, dump));
    GoroutineObservation leaked = GoroutineGroups.leaked(time, dump);
    if (leaked.total() > 0) {
      proven.add(leaked);
    }
    if (dump.notes().earlierDumps() > 0) {
      addNote(
          "several-dumps",
          "%s holds %,d goroutine dumps; the last one is read"
              .formatted(name, dump.notes().earlierDumps() + 1));
    }
  }

  private static boolean isBinary(byte[] data) {
    for (int i = 0; i < Math.min(data.length, 512); i++) {
      if (data[i] >= 0 && data[i] < '\t') {
        return true;
      }
    }
    return false;
  }

  private void add(Reading reading, long time) {
    metrics.add(new MetricsHistory.MetricsObservation(time, reading));
  }

  /** A log has no date, only seconds since the start: its end is the time of the capture. */
  private void collections(GcTrace trace, long endMillis) {
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
}
