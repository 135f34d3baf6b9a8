package dev.tidemark.benchmarks.beside;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Measures operations in this JVM. CPU is that of the whole process, as it is for the peer: with
 * the garbage collector's, and with the compiler's as far as it still has work after the warm-up.
 * The clock of a process ticks every 10 ms, so a round must be long beside that.
 */
final class OwnProcess {
  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private long sink;

  Spent round(Operation operation, int count) throws Exception {
    long bytes = threads.getCurrentThreadAllocatedBytes();
    long cpu = system.getProcessCpuTime();
    long wall = System.nanoTime();
    for (int i = 0; i < count; i++) {
      sink += operation.run();
    }
    return new Spent(
            (system.getProcessCpuTime() - cpu) / 1e6,
            (System.nanoTime() - wall) / 1e6,
            threads.getCurrentThreadAllocatedBytes() - bytes)
        .each(count);
  }

  /** Until the compiler has done its work: so many milliseconds. */
  void warmUp(Operation operation, long millis) throws Exception {
    long end = System.nanoTime() + millis * 1_000_000;
    while (System.nanoTime() < end) {
      sink += operation.run();
    }
  }

  /** What all operations gave: that somebody reads it keeps the compiler from leaving them out. */
  long sink() {
    return sink;
  }
}
