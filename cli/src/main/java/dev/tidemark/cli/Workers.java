package dev.tidemark.cli;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Work on many things at once, its results in the order of the things. */
final class Workers {
  /** Expressions nest as deep as someone wrote them, and each level takes some frames. */
  private static final long STACK_BYTES = 256L << 20;

  private Workers() {}

  /**
   * @param each is told the results one after the other; only a few wait to be told
   */
  static <T, R> void inOrder(Collection<T> things, Function<T, R> work, Consumer<R> each) {
    int threads = threads();
    try (ExecutorService pool = pool()) {
      Deque<Future<R>> waiting = new ArrayDeque<>();
      for (T thing : things) {
        waiting.add(pool.submit(() -> work.apply(thing)));
        if (waiting.size() >= 4 * threads) {
          each.accept(result(waiting.remove()));
        }
      }
      while (!waiting.isEmpty()) {
        each.accept(result(waiting.remove()));
      }
    }
  }

  private static int threads() {
    return Math.max(1, Runtime.getRuntime().availableProcessors());
  }

  /** A thread for each processor. */
  static ExecutorService pool() {
    return Executors.newFixedThreadPool(
        threads(), task -> new Thread(null, task, "golang", STACK_BYTES));
  }

  /** What a task gave; what it threw is thrown here. */
  static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopped);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException bug
          ? bug
          : new IllegalStateException(failed.getCause());
    }
  }
}
