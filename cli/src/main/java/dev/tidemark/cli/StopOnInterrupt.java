package dev.tidemark.cli;

/**
 * While open, Ctrl-C interrupts a thread in place of ending the program, and the program ends when
 * that thread has had its say: a watch that is cut short still gives its verdict.
 */
final class StopOnInterrupt implements AutoCloseable {
  private final Thread hook;

  private StopOnInterrupt(Thread hook) {
    this.hook = hook;
  }

  static StopOnInterrupt of(Thread worker) {
    Thread hook = new Thread(() -> interruptAndWait(worker), "stop-on-interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    return new StopOnInterrupt(hook);
  }

  private static void interruptAndWait(Thread worker) {
    worker.interrupt();
    try {
      // The worker ends the program itself, with its own exit code; this is for one that hangs.
      worker.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException isEnding) {
      // The hook is at work; it waits for this thread.
    }
  }
}
