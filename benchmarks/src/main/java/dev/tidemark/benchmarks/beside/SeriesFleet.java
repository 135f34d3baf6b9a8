package dev.tidemark.benchmarks.beside;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidemark.detect.memory.MemoryLeakDetector;
import dev.tidemark.detect.memory.MemoryObservation;
import dev.tidemark.detect.memory.MemorySignal;
import dev.tidemark.detect.memory.MemoryState;
import dev.tidemark.detect.stream.Replay;
import dev.tidemark.series.csv.MalformedSeriesException;
import dev.tidemark.series.csv.SeriesCsvReader;
import dev.tidemark.series.csv.SeriesHeader;
import dev.tidemark.series.csv.SeriesRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Memory series of a made-up fleet, a day of each at one sample a minute: calm ones, drifting ones,
 * daily swings, leaks, and half of each under the swing of a Go heap.
 */
public final class SeriesFleet {
  private static final int MINUTES = 1440;
  private static final MemoryLeakDetector DETECTOR = new MemoryLeakDetector();

  private final List<double[]> series = new ArrayList<>();

  /**
   * A fleet.
   *
   * @param count of series
   */
  public SeriesFleet(int count) {
    for (int i = 0; i < count; i++) {
      series.add(values(i));
    }
  }

  public int samples() {
    return series.size() * MINUTES;
  }

  /** Folds every sample; how many leaks were seen. */
  public int fold() {
    int leaks = 0;
    for (double[] values : series) {
      Replay<MemoryState, MemoryObservation, MemorySignal> replay = Replay.fromStart(DETECTOR);
      for (int minute = 0; minute < values.length; minute++) {
        leaks += accept(replay, minute, 1_700_000_000_000L + minute * 60_000L, values[minute]);
      }
    }
    return leaks;
  }

  /** The fleet as a series file. */
  public byte[] file() {
    StringBuilder text = new StringBuilder("series_id,epoch_seconds,fraction\n");
    for (int i = 0; i < series.size(); i++) {
      for (int minute = 0; minute < MINUTES; minute++) {
        text.append("shop/cart-")
            .append(i)
            .append(',')
            .append(1_700_000_000L + minute * 60L)
            .append(',')
            .append(Math.round(series.get(i)[minute] * 1e6) / 1e6)
            .append('\n');
      }
    }
    return text.toString().getBytes(UTF_8);
  }

  /** Reads a series file and folds every row; how many leaks were seen. */
  public static int foldFile(byte[] file) throws IOException, MalformedSeriesException {
    Folding folding = new Folding();
    SeriesCsvReader.read(new ByteArrayInputStream(file), folding);
    return folding.leaks;
  }

  private static int accept(
      Replay<MemoryState, MemoryObservation, MemorySignal> replay,
      long sequence,
      long millis,
      double value) {
    int leaks = 0;
    for (MemorySignal signal :
        replay.accept(new MemoryObservation.Sample(sequence, millis, value, 1))) {
      leaks += signal instanceof MemorySignal.LeakSeen ? 1 : 0;
    }
    return leaks;
  }

  private static double[] values(int number) {
    Random random = new Random(number);
    double[] values = new double[MINUTES];
    double drift = 0;
    for (int minute = 0; minute < MINUTES; minute++) {
      drift += random.nextGaussian() * 0.0004;
      double level =
          0.3
              + switch (number % 4) {
                case 0 -> 0;
                case 1 -> drift;
                case 2 -> 0.08 * Math.cos(minute * 2 * Math.PI / MINUTES);
                default -> Math.max(0, minute - 480) * 0.02 / 60;
              };
      double swing = number % 8 < 4 ? 1 : 1 + random.nextDouble() * 0.45;
      values[minute] = Math.clamp((level + random.nextDouble() * 0.004) * swing, 0, 1);
    }
    return values;
  }

  private static final class Folding implements SeriesRows {
    private String last = "";
    private Replay<MemoryState, MemoryObservation, MemorySignal> replay =
        Replay.fromStart(DETECTOR);
    private int leaks;

    @Override
    public void header(SeriesHeader header) {
      // The value is known to be a fraction.
    }

    @Override
    public void row(long line, String seriesId, long epochMillis, double value, double limit) {
      if (!seriesId.equals(last)) {
        last = seriesId;
        replay = Replay.fromStart(DETECTOR);
      }
      leaks += accept(replay, line, epochMillis, value);
    }

    @Override
    public void bad(long line, String problem) {
      throw new IllegalStateException("line " + line + ": " + problem);
    }
  }
}
