package dev.tidemark.collect;

import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import dev.tidemark.profile.Profile;
import dev.tidemark.profile.goroutine.GoroutineDump;
import dev.tidemark.profile.pprof.Inflate;
import dev.tidemark.profile.pprof.PprofReader;
import dev.tidemark.profile.text.CaptureForm;
import dev.tidemark.profile.text.GcTrace;
import dev.tidemark.profile.text.TextContentions;
import dev.tidemark.profile.text.TextCounts;
import dev.tidemark.profile.text.TextHeap;
import dev.tidemark.series.Reading;
import dev.tidemark.series.exposition.ExpositionReader;
import dev.tidemark.series.exposition.MalformedExpositionException;

/** Tells what form a capture has, and reads it. */
final class CaptureReader {
  private final Limits limits;
  private final Gathered gathered;

  CaptureReader(Limits limits, Gathered gathered) {
    this.limits = limits;
    this.gathered = gathered;
  }

  /** What became of a capture that is not broken. */
  sealed interface Outcome {
    /** It was understood. */
    record Understood() implements Outcome {}

    /** It is no capture, but was only found beside some. */
    record PassedOver() implements Outcome {}

    /** It was understood in part. */
    record OnlyLastDump(int dumps) implements Outcome {}
  }

  Outcome read(Capture capture)
      throws MalformedProfileException, MalformedExpositionException, Unusable {
    byte[] data = Inflate.ifCompressed(capture.data(), limits);
    long time = capture.fallbackMillis();
    CaptureForm form = CaptureForm.of(data);
    Outcome outcome = new Outcome.Understood();
    boolean hasOwnTime = false;
    switch (form) {
      case PPROF -> {
        for (Profile profile : PprofReader.read(data, limits)) {
          gathered.add(profile, time);
          hasOwnTime |= profile.header().timeNanos() > 0;
        }
      }
      case HEAP_TEXT -> {
        TextHeap text = TextHeap.parse(data, limits);
        gathered.add(TextProfiles.of(text), time);
        if (!text.memStats().isNone()) {
          gathered.add(TextProfiles.reading(text.memStats()), time);
        }
      }
      case GOROUTINE_TEXT, COUNT_TEXT ->
          gathered.add(TextProfiles.of(TextCounts.parse(data, limits)), time);
      case CONTENTION_TEXT ->
          gathered.add(TextProfiles.of(TextContentions.parse(data, limits)), time);
      case GOROUTINE_DUMP -> {
        GoroutineDump dump = GoroutineDump.parse(data, limits);
        gathered.add(dump, time);
        if (dump.notes().earlierDumps() > 0) {
          outcome = new Outcome.OnlyLastDump(dump.notes().earlierDumps() + 1);
        }
      }
      case GC_TRACE -> gathered.add(GcTrace.parse(data, limits), time);
      case METRICS -> {
        Reading reading = Reading.of(ExpositionReader.read(data));
        gathered.add(reading, time);
        gathered.times().seen("metrics", time, false, reading.hashCode());
      }
      case SERIES -> {
        if (!capture.isNamed()) {
          return new Outcome.PassedOver();
        }
        throw new Unusable(
            "memory series are not of one process: inspect the file by itself, a pipe as -");
      }
      case UNKNOWN -> {
        return unknown(capture, data);
      }
    }
    if (capture.isFileTime() && !hasOwnTime) {
      gathered.times().datedByFile(form, time);
    }
    return outcome;
  }

  private Outcome unknown(Capture capture, byte[] data) throws MalformedProfileException, Unusable {
    if (data.length == 0) {
      // Whatever its name, it was to hold something: a capture that broke off at once.
      throw new Unusable("empty");
    }
    if (!capture.isNamed()) {
      return new Outcome.PassedOver();
    }
    if (isBinary(data)) {
      // A profile that was cut has no form any more, but its reader can say where it breaks.
      PprofReader.read(data, limits);
      return new Outcome.Understood();
    }
    throw new Unusable("of no form that Tidemark reads (see docs/formats.md)");
  }

  private static boolean isBinary(byte[] data) {
    for (int i = 0; i < Math.min(data.length, 512); i++) {
      if (data[i] >= 0 && data[i] < '\t') {
        return true;
      }
    }
    return false;
  }
}
