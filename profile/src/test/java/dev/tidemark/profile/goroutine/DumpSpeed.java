package dev.tidemark.profile.goroutine;

import dev.tidemark.profile.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Measures one reading of a dump in a fresh JVM.
 *
 * <pre>
 *   java -cp target/classes:target/test-classes dev.tidemark.profile.goroutine.DumpSpeed write /tmp/dump
 *   java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp … dev.tidemark.profile.goroutine.DumpSpeed read /tmp/dump
 * </pre>
 */
final class DumpSpeed {
  private DumpSpeed() {}

  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[1]);
    if (arguments[0].equals("write")) {
      Files.write(file, DumpGenerator.dump(64 << 20));
      return;
    }
    byte[] bytes = Files.readAllBytes(file);
    long start = System.nanoTime();
    GoroutineDump dump = GoroutineDump.parse(bytes, Limits.DEFAULT);
    int groups = dump.groups().size();
    long wall = System.nanoTime() - start;
    System.out.printf(
        "%,d goroutines, %,d stacks, %,d groups in %d ms; process CPU %d ms; peak RSS %s%n",
        dump.count(),
        dump.stacks().count(),
        groups,
        wall / 1_000_000,
        processCpuMillis(),
        peakRss());
  }

  private static long processCpuMillis() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
  }

  private static String peakRss() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        ? Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmHWM"))
            .map(line -> line.substring(6).strip())
            .findFirst()
            .orElse("unknown")
        : "unknown";
  }
}
