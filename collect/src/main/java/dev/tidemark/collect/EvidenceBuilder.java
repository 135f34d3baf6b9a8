package dev.tidemark.collect;

import dev.tidemark.detect.GoroutineHistory;
import dev.tidemark.detect.GoroutineObservation;
import dev.tidemark.detect.HeapHistory;
import dev.tidemark.detect.HeapObservation;
import dev.tidemark.detect.MetricsHistory;
import dev.tidemark.detect.MetricsHistory.MetricsObservation;
import dev.tidemark.diagnose.Evidence;
import dev.tidemark.diagnose.Observation;
import dev.tidemark.diagnose.Unreadable;
import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import dev.tidemark.profile.Profile;
import dev.tidemark.profile.ProfileKind;
import dev.tidemark.profile.table.Dictionary;
import dev.tidemark.profile.table.Table;
import dev.tidemark.series.exposition.MalformedExpositionException;
import java.util.ArrayList;
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
  private final Gathered gathered;
  private final CaptureReader reader;
  private final List<Observation> notes = new ArrayList<>();
  private final List<Unreadable> unreadable = new ArrayList<>();
  private final Set<String> unreadableNames = new HashSet<>();
  private int understood;
  private int passedOver;

  /**
   * @param filter what is looked at of each profile
   */
  public EvidenceBuilder(Limits limits, UnaryOperator<Profile> filter) {
    gathered = new Gathered(filter);
    reader = new CaptureReader(limits, gathered);
  }

  /**
   * Adds a capture; one that can't be read is kept by name and reason.
   *
   * @return whether it could be read
   */
  public boolean add(Capture capture) {
    try {
      switch (reader.read(capture)) {
        case CaptureReader.Outcome.Understood _ -> understood++;
        case CaptureReader.Outcome.PassedOver _ -> passedOver++;
        case CaptureReader.Outcome.OnlyLastDump last -> {
          understood++;
          addNote(
              "several-dumps",
              "the last of %,d goroutine dumps in %s is read"
                  .formatted(last.dumps(), capture.name()));
        }
      }
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
    return understood;
  }

  /** Files found beside captures that are none. */
  public int passedOver() {
    return passedOver;
  }

  /** Whether the filter left stacks. */
  public boolean hasStacks() {
    return gathered.hasStacks();
  }

  /** Whether there were stacks in the captures, and the filter left none of them. */
  public boolean isFilteredAway() {
    return gathered.isFilteredAway();
  }

  /** What was seen of the process; if it was started anew meanwhile, of its last life. */
  public Evidence evidence(String source) {
    List<MetricsObservation> metrics = gathered.metrics();
    long start = Restarts.lastStart(metrics, gathered.heap());
    List<Observation> remarks = new ArrayList<>(notes);
    if (start > Long.MIN_VALUE) {
      remarks.add(
          new Observation(
              "restart",
              "counters fell back: the process was started anew, or these are captures of two; only"
                  + " what came after is judged"));
    }
    remarks.addAll(gathered.times().remarks());
    MetricsHistory readings =
        MetricsHistory.of(metrics.stream().filter(seen -> seen.timeMillis() >= start).toList());
    return new Evidence(
        source,
        HeapHistory.of(since(start), readings.clock()),
        goroutines(gathered.goroutines(), start),
        goroutines(gathered.proven(), start),
        readings,
        remarks,
        unreadable);
  }

  private List<HeapObservation> since(long start) {
    List<HeapObservation> later = new ArrayList<>();
    for (HeapObservation seen : gathered.heap()) {
      if (seen.timeMillis() >= start) {
        later.add(seen);
      }
    }
    return later;
  }

  private static GoroutineHistory goroutines(List<GoroutineObservation> all, long start) {
    return GoroutineHistory.of(all.stream().filter(seen -> seen.timeMillis() >= start).toList());
  }

  /** Profiles that are no snapshot of the heap, by kind, each with a dictionary of its own. */
  public Map<ProfileKind, ProfileTables> others() {
    return Map.copyOf(gathered.others());
  }

  /** The heap profiles in the order they came, whatever their time. */
  public ProfileTables heapTables() {
    return new ProfileTables(
        gathered.dictionary(), gathered.heap().stream().map(HeapObservation::table).toList());
  }

  /** Profiles of one kind over one dictionary, in the order they came. */
  public record ProfileTables(Dictionary dictionary, List<Table> tables) {}
}
