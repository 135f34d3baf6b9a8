package dev.tidemark.collect.live;

import dev.tidemark.collect.EvidenceBuilder;
import dev.tidemark.collect.Unusable;
import dev.tidemark.profile.Limits;
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
   * <p>A target counts as there while it gives heap or goroutine profiles; all else it may fail at
   * is said once.
   *
   * @throws Unusable if the first reading gives no profile
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
    Optional<Path> saveTo = watch.directory();
    Optional<CaptureFolder> folder =
        saveTo.isPresent() ? Optional.of(CaptureFolder.at(saveTo.get())) : Optional.empty();
    LiveReading reader = new LiveReading(http, target, builder, folder, pace, limits);
    long start = pace.nowMillis();
    Silence silence = new Silence(watch.every(), start);
    int last = watch.readings() - 1;
    for (int reading = 0; reading <= last; reading++) {
      long due = start + watch.every().multipliedBy(reading).toMillis();
      long wait = due - pace.nowMillis();
      if (wait > 0) {
        pace.pause(Duration.ofMillis(wait));
      }
      long begun = pace.nowMillis();
      boolean isDumpDue = reading == 0 || reading == last / 2 || reading == last;
      if (reader.read(watch.forcesCollections(), isDumpDue)) {
        silence.endsAt(begun);
        Duration left = watch.every().multipliedBy((long) last - reading);
        progress.accept(new Progress(reading + 1, last + 1, left, reader.goroutines()));
      } else if (reading == 0) {
        reader.failAtOnce();
        return;
      } else if (silence.isTooLongAt(pace.nowMillis())) {
        builder.addNote("gone", "the target stopped answering; this is what was seen before");
        return;
      }
    }
  }
}
