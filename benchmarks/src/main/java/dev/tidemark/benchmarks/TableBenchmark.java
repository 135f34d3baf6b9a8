package dev.tidemark.benchmarks;

import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import dev.tidemark.profile.Profile;
import dev.tidemark.profile.flame.FlameTree;
import dev.tidemark.profile.pprof.PprofReader;
import dev.tidemark.profile.table.Dictionary;
import dev.tidemark.profile.table.Grouping;
import dev.tidemark.profile.table.Table;
import dev.tidemark.profile.table.Totals;
import dev.tidemark.report.Difference;
import dev.tidemark.report.TotalsText;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From columns to what is printed: numbering stacks, comparing, adding up, trees, text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls @Setup before anything else
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx512m"})
public class TableBenchmark {
  @Param({"1600", "62000"})
  int samples = 1600;

  private Profile profile;
  private Table before;
  private Difference difference;
  private Totals totals;

  @Setup
  public void readInputs() throws MalformedProfileException {
    profile = PprofReader.read(Inputs.heap(samples), Limits.DEFAULT).getFirst();
    Profile earlier = PprofReader.read(Inputs.heap(1600), Limits.DEFAULT).getFirst();
    Dictionary dictionary = new Dictionary();
    before = dictionary.add(earlier);
    difference = Difference.of(profile.kind(), 3, before, dictionary.add(profile));
    totals = Totals.of(difference.change(), 3, Grouping.FUNCTION);
  }

  @Benchmark
  public Table number() {
    return new Dictionary().add(profile);
  }

  /** What {@code inspect} does with all profiles of a run but the first. */
  @Benchmark
  public Table numberAgain() {
    return difference.after().dictionary().add(profile);
  }

  @Benchmark
  public Table minus() {
    return difference.after().minus(before);
  }

  @Benchmark
  public Totals totals() {
    return Totals.of(difference.change(), 3, Grouping.FUNCTION);
  }

  @Benchmark
  public FlameTree flameTree() {
    return FlameTree.of(difference.change(), 3);
  }

  @Benchmark
  public String text() {
    return TotalsText.ofDifference(difference, totals, 25);
  }
}
