package dev.tidemark.collect.live;

import dev.tidemark.collect.Capture;
import dev.tidemark.collect.EvidenceBuilder;
import dev.tidemark.collect.Unusable;
import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import dev.tidemark.profile.pprof.PprofReader;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a target once and again. Each endpoint fails by itself, and what one fails at is said once:
 * of a watch of an hour, a reader wants to know that there were no metrics, not 360 times.
 */
final class LiveReading {
  private static final int MOST_GOROUTINES_TO_DUMP = 1_000;

  private final Http http;
  private final Target target;
  private final EvidenceBuilder builder;
  private final Optional<CaptureFolder> folder;
  private final Pace pace;
  private final Limits limits;
  private final Set<URI> failed = new HashSet<>();
  private @Nullable Unusable heapProblem;
  private boolean hasAnswered;
  private long goroutines;

  LiveReading(
      Http http,
      Target target,
      EvidenceBuilder builder,
      Optional<CaptureFolder> folder,
      Pace pace,
      Limits limits) {
    this.http = http;
    this.target = target;
    this.builder = builder;
    this.folder = folder;
    this.pace = pace;
    this.limits = limits;
  }

  /** Goroutines at the last reading; what can't be told is taken for many. */
  long goroutines() {
    return goroutines;
  }

  /** Whether the target gave a heap or a goroutine profile. */
  boolean read(boolean forcesCollections, boolean isDumpDue) throws InterruptedException {
    heapProblem = null;
    boolean hasHeap = false;
    try {
      for (int i = 0; forcesCollections && i < 3; i++) {
        http.get(profile("heap?gc=1"));
      }
      hasHeap = add("heap", ".pb.gz", profile("heap"), http.get(profile("heap")));
    } catch (Unusable e) {
      heapProblem = e;
    }
    Optional<byte[]> goroutineProfile = Optional.empty();
    @Nullable Unusable goroutineProblem = null;
    try {
      goroutineProfile = http.get(profile("goroutine"));
    } catch (Unusable e) {
      goroutineProblem = e;
    }
    boolean hasGoroutines = add("goroutine", ".pb.gz", profile("goroutine"), goroutineProfile);
    goroutines = count(goroutineProfile);
    if (!hasHeap && !hasGoroutines && !hasAnswered) {
      return false;
    }
    hasAnswered = true;
    if (heapProblem != null) {
      unreadable(profile("heap"), heapProblem);
    }
    if (goroutineProblem != null) {
      unreadable(profile("goroutine"), goroutineProblem);
    }
    if (!hasHeap && !hasGoroutines) {
      return false;
    }
    if (isDumpDue && goroutines <= MOST_GOROUTINES_TO_DUMP) {
      dump();
    }
    metrics();
    return true;
  }

  /**
   * Ends a watch at its first reading.
   *
   * @throws Unusable unless the target did answer, with something that was named as unreadable
   */
  void failAtOnce() throws Unusable {
    if (heapProblem != null) {
      throw heapProblem;
    }
    if (failed.isEmpty()) {
      throw new Unusable(
          "no profiles at %s: import net/http/pprof, or name the path it is mounted at"
              .formatted(target.pprof()));
    }
  }

  private void dump() throws InterruptedException {
    URI address = profile("goroutine?debug=2");
    try {
      add("goroutines", ".txt", address, http.get(address));
    } catch (Unusable e) {
      unreadable(address, e);
    }
  }

  private void metrics() throws InterruptedException {
    try {
      add("metrics", ".txt", target.metrics(), http.get(target.metrics()));
    } catch (Unusable e) {
      if (failed.add(target.metrics())) {
        builder.addNote("no-metrics", "metrics could not be read at every look: " + e.getMessage());
      }
    }
  }

  private URI profile(String name) {
    return URI.create(target.pprof() + name);
  }

  private void unreadable(URI address, Unusable problem) {
    if (failed.add(address)) {
      builder.addUnreadable(address.toString(), String.valueOf(problem.getMessage()));
    }
  }

  /** Whether there was something and it was understood. */
  private boolean add(String kind, String suffix, URI address, Optional<byte[]> data) {
    if (data.isEmpty()) {
      return false;
    }
    long now = pace.nowMillis();
    if (folder.isPresent()) {
      folder
          .get()
          .keep(kind + "-" + now + suffix, data.get())
          .ifPresent(problem -> builder.addNote("not-saved", problem));
    }
    boolean isUnderstood = builder.add(new Capture(address.toString(), now, true, data.get()));
    if (!isUnderstood) {
      failed.add(address);
    }
    return isUnderstood;
  }

  private long count(Optional<byte[]> profile) {
    if (profile.isEmpty()) {
      return Long.MAX_VALUE;
    }
    try {
      return PprofReader.read(profile.get(), limits).getFirst().samples().total(0);
    } catch (MalformedProfileException unreadable) {
      return Long.MAX_VALUE;
    }
  }
}
