package dev.tidemark.benchmarks;

import dev.tidemark.benchmarks.beside.SeriesFleet;
import dev.tidemark.series.csv.MalformedSeriesException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Memory series: 144,000 samples of 100 series, folded; and read from CSV. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx256m"})
public class SeriesBenchmark {
  private final SeriesFleet fleet = new SeriesFleet(100);
  private final byte[] file = fleet.file();

  @Benchmark
  public int fold() {
    return fleet.fold();
  }

  @Benchmark
  public int read() throws IOException, MalformedSeriesException {
    return SeriesFleet.foldFile(file);
  }
}
