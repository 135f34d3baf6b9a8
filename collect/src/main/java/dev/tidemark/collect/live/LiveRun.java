package dev.tidemark.collect.live;

import dev.tidemark.collect.Capture;
import dev.tidemark.collect.EvidenceBuilder;
import dev.tidemark.collect.Unusable;
import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import dev.tidemark.profile.pprof.PprofReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Watches one target: a heap profile, a goroutine profile and the metrics at each reading, one
 * after the other; a full goroutine dump at the start, the middle and the end, and only of a
 * process with few goroutines, for taking it stops the process for a moment per goroutine. Never
 * {@code allocs} beside {@code heap}: they are the same samples.
 */
public final class LiveRun {
  private static final int MOST_GOROUTINES_TO_DUMP = 1_000;
  private static final int MOST_FAILURES = 3;

  private final Target target;
  private final Access access;
  private final Watch watch;
  private final Pace pace;
  private final Limits limits;

  public LiveRun(Target target, Access access, Watch watch, Pace pace, Limits limits) {
    this.target = target;
    this.access = access;
    this.watch = watch;
    this.pace = pace;
    this.limits = limits;
  }

  /** How far a watch has come. */
  public record Progress(int reading, int readings, Duration left, long goroutines) {}

  /**
   * Reads into {@code builder} until the time is over or the thread is interrupted, which keeps
   * what was seen.
   *
   * @throws Unusable if the first reading fails, or several in a row later
   */
  public void into(EvidenceBuilder builder, Consumer<Progress> progress) throws Unusable {
    try (Http http = new Http(access, target.isSecure(), limits.inputBytes())) {
      if (!target.isLoopback() && !access.isProtected()) {
        builder.addNote(
            "exposed",
            "%s answers without protection on an address that is not loopback: whoever reaches it"
                    .formatted(target.pprof())
                + " can read the program's memory layout and slow it down");
      }
      watch(http, builder, progress);
    } catch (InterruptedException _) {
      // Whoever interrupts wants the verdict for what was seen: the watch is over, nothing else.
    }
  }

  private void watch(Http http, EvidenceBuilder builder, Consumer<Progress> progress)
      throws Unusable, InterruptedException {
    long start = pace.nowMillis();
    int failures = 0;
    for (int reading = 0; reading < watch.readings(); reading++) {
      long due = start + watch.every().multipliedBy(reading).toMillis();
      long wait = due - pace.nowMillis();
      if (wait > 0) {
        pace.pause(Duration.ofMillis(wait));
      }
      try {
        long goroutines = read(http, builder, reading);
        failures = 0;
        Duration left = watch.every().multipliedBy(watch.readings() - 1L - reading);
        progress.accept(new Progress(reading + 1, watch.readings(), left, goroutines));
      } catch (Unusable e) {
        failures++;
        if (reading == 0) {
          throw e;
        }
        builder.addUnreadable(target.pprof().toString(), String.valueOf(e.getMessage()));
        if (failures == MOST_FAILURES) {
          builder.addNote("gone", "the target stopped answering; this is what was seen before");
          return;
        }
      }
    }
  }

  private long read(Http http, EvidenceBuilder builder, int reading)
      throws Unusable, InterruptedException {
    if (watch.forcesCollections()) {
      for (int i = 0; i < 3; i++) {
        get(http, "heap?gc=1");
      }
    }
    Optional<byte[]> heap = get(http, "heap");
    if (heap.isEmpty() && reading == 0) {
      throw new Unusable(
          "no profiles at %s: import net/http/pprof, or name the path it is mounted at"
              .formatted(target.pprof()));
    }
    add(builder, "heap", ".pb.gz", heap);
    Optional<byte[]> goroutineProfile = get(http, "goroutine");
    add(builder, "goroutine", ".pb.gz", goroutineProfile);
    long goroutines = count(goroutineProfile);
    int last = watch.readings() - 1;
    boolean isDue = reading == 0 || reading == last / 2 || reading == last;
    if (isDue && goroutines <= MOST_GOROUTINES_TO_DUMP) {
      add(builder, "goroutines", ".txt", get(http, "goroutine?debug=2"));
    }
    add(builder, "metrics", ".txt", http.get(target.metrics()));
    return goroutines;
  }

  private Optional<byte[]> get(Http http, String profile) throws Unusable, InterruptedException {
    return http.get(URI.create(target.pprof() + profile));
  }

  private void add(EvidenceBuilder builder, String kind, String suffix, Optional<byte[]> data)
      throws Unusable {
    if (data.isEmpty()) {
      return;
    }
    long now = pace.nowMillis();
    String name = kind + "-" + now + suffix;
    Optional<Path> directory = watch.directory();
    if (directory.isPresent()) {
      try {
        Files.createDirectories(directory.get());
        Files.write(directory.get().resolve(name), data.get());
      } catch (IOException e) {
        throw new Unusable("can't save " + name + " in " + directory.get() + ": " + e.getMessage());
      }
    }
    builder.add(new Capture(name, now, true, data.get()));
  }

  /** Goroutines in a profile; what can't be told is taken for many. */
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
