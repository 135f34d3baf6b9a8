package dev.tidemark.benchmarks;

import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import dev.tidemark.profile.Profile;
import dev.tidemark.profile.pprof.Inflate;
import dev.tidemark.profile.pprof.PprofReader;
import java.util.List;
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

/**
 * From a file's bytes to columns, and its two parts: inflating, and the walk over what is inflated.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx256m"})
public class DecodeBenchmark {
  @Param({"1600", "62000"})
  int samples = 1600;

  private byte[] compressed = {};
  private byte[] inflated = {};

  @Setup
  public void readInput() throws MalformedProfileException {
    compressed = Inputs.heap(samples);
    inflated = Inflate.ifCompressed(compressed, Limits.DEFAULT);
  }

  @Benchmark
  public List<Profile> decode() throws MalformedProfileException {
    return PprofReader.read(compressed, Limits.DEFAULT);
  }

  @Benchmark
  public List<Profile> walk() throws MalformedProfileException {
    return PprofReader.read(inflated, Limits.DEFAULT);
  }

  @Benchmark
  public byte[] inflate() throws MalformedProfileException {
    return Inflate.ifCompressed(compressed, Limits.DEFAULT);
  }
}
