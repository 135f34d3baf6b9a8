package dev.tidemark.profile.pprof;

import java.lang.management.ManagementFactory;

/** What the current thread allocates, as the VM counts it. */
final class Allocation {
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Allocation() {}

  static long bytes() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }
}
