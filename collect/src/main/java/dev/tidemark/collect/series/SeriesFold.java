package dev.tidemark.collect.series;

import dev.tidemark.detect.memory.MemoryLeakDetector;
import dev.tidemark.detect.memory.MemoryObservation;
import dev.tidemark.detect.memory.MemorySignal;
import dev.tidemark.detect.memory.MemoryState;
import dev.tidemark.detect.stream.Replay;
import dev.tidemark.diagnose.Unreadable;
import dev.tidemark.diagnose.series.SeriesJudge;
import dev.tidemark.diagnose.series.SeriesReport;
import dev.tidemark.diagnose.series.SeriesVerdict;
import dev.tidemark.series.csv.SeriesHeader;
import dev.tidemark.series.csv.SeriesRows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Folds the rows of series files into a verdict for each series. So many series are followed at the
 * same time; then the one that was silent for longest is concluded, which costs nothing where a
 * file is sorted by series.
 */
final class SeriesFold implements SeriesRows {
  private static final int MOST_COMPLAINTS = 10;

  /** One series that is followed. */
  private static final class Followed {
    private final int place;
    private final Replay<MemoryState, MemoryObservation, MemorySignal> replay =
        Replay.fromStart(DETECTOR);
    private final List<MemorySignal> leaks = new ArrayList<>(1);

    Followed(int place) {
      this.place = place;
    }
  }

  private static final MemoryLeakDetector DETECTOR = new MemoryLeakDetector();

  private final Consumer<String> complaints;
  private final int mostOpen;
  private final Map<String, Followed> followed = new LinkedHashMap<>(16, 0.75f, true);
  private final Set<String> known = new HashSet<>();
  private final List<SeriesVerdict> verdicts = new ArrayList<>();

  private String file = "";
  private String valueName = "";
  private double impliedLimit = Double.NaN;
  private String lastId = "";
  private Followed last = new Followed(-1);
  private long sequence;
  private long lastLine;
  private long samples;
  private long passedOver;
  private long badLines;
  private long badLinesOfFile;

  SeriesFold(Consumer<String> complaints, int mostOpen) {
    this.complaints = complaints;
    this.mostOpen = mostOpen;
  }

  void begin(String name) {
    file = name;
    lastLine = 0;
    badLinesOfFile = 0;
  }

  void end() {
    if (badLinesOfFile > MOST_COMPLAINTS) {
      complaints.accept(
          "%s: %,d more lines that are left out".formatted(file, badLinesOfFile - MOST_COMPLAINTS));
    }
  }

  /** The last line that was handed in, 0 before the first. */
  long lastLine() {
    return lastLine;
  }

  @Override
  public void header(SeriesHeader header) {
    if (valueName.isEmpty()) {
      valueName = header.valueName();
    }
    impliedLimit = header.impliedLimit();
    lastLine = 1;
  }

  @Override
  public void row(long line, String seriesId, long epochMillis, double value, double limit) {
    lastLine = line;
    if (!seriesId.equals(lastId)) {
      Followed found = followed.get(seriesId);
      if (found == null && known.contains(seriesId)) {
        bad(
            line,
            "series %s comes back after %,d others; sort the file by series_id"
                .formatted(seriesId, mostOpen));
        return;
      }
      last = found == null ? follow(seriesId) : found;
      lastId = seriesId;
    }
    sequence++;
    MemoryObservation seen =
        Double.isNaN(value)
            ? new MemoryObservation.Tick(sequence, epochMillis)
            : new MemoryObservation.Sample(
                sequence, epochMillis, value, Double.isNaN(limit) ? impliedLimit : limit);
    for (MemorySignal signal : last.replay.accept(seen)) {
      if (signal instanceof MemorySignal.LeakSeen) {
        last.leaks.add(signal);
      }
    }
  }

  @Override
  public void bad(long line, String problem) {
    lastLine = line;
    badLines++;
    badLinesOfFile++;
    if (badLinesOfFile <= MOST_COMPLAINTS) {
      complaints.accept("%s: line %,d: %s".formatted(file, line, problem));
    }
  }

  SeriesReport report(String source, List<Unreadable> unreadable) {
    while (!followed.isEmpty()) {
      concludeEldest();
    }
    return new SeriesReport(source, valueName, samples, passedOver, badLines, verdicts, unreadable);
  }

  private Followed follow(String seriesId) {
    if (followed.size() == mostOpen) {
      concludeEldest();
    }
    Followed fresh = new Followed(verdicts.size());
    followed.put(seriesId, fresh);
    known.add(seriesId);
    verdicts.add(new SeriesVerdict.TooShort(seriesId, ""));
    return fresh;
  }

  private void concludeEldest() {
    Map.Entry<String, Followed> eldest = followed.entrySet().iterator().next();
    Followed series = eldest.getValue();
    MemoryState state = series.replay.state();
    verdicts.set(series.place, SeriesJudge.conclude(eldest.getKey(), state, series.leaks));
    samples += state.samples();
    passedOver += state.passedOver();
    followed.remove(eldest.getKey());
  }
}
