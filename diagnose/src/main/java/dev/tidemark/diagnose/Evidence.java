package dev.tidemark.diagnose;

import dev.tidemark.detect.GoroutineHistory;
import dev.tidemark.detect.HeapHistory;
import dev.tidemark.detect.MetricsHistory;
import java.util.List;

/**
 * What was read of one process.
 *
 * @param source as the user named it
 * @param provenLeaks goroutines of which the runtime itself says that nothing can wake them
 * @param notes remarks of whoever read it, to be shown as observations
 */
public record Evidence(
    String source,
    HeapHistory heap,
    GoroutineHistory goroutines,
    GoroutineHistory provenLeaks,
    MetricsHistory metrics,
    List<Observation> notes,
    List<Unreadable> unreadable) {
  public Evidence {
    notes = List.copyOf(notes);
    unreadable = List.copyOf(unreadable);
  }
}
