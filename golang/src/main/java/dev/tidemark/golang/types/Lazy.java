package dev.tidemark.golang.types;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is computed when first asked for, once, whichever thread asks.
 *
 * <p>All values of one program share a {@link Resolution}: declarations ask for each other in any
 * order, so a lock for each of them could not be taken without deadlock. A value that needs itself
 * (broken code) gets what it was given for that case.
 */
public final class Lazy<T> {
  private final @Nullable ReentrantLock lock;
  private final T onCycle;
  private @Nullable Supplier<? extends T> source;
  private boolean isRunning;
  private volatile @Nullable T value;

  private Lazy(@Nullable ReentrantLock lock, Supplier<? extends T> source, T onCycle) {
    this.lock = lock;
    this.source = source;
    this.onCycle = onCycle;
  }

  private Lazy(T value) {
    this.lock = null;
    this.onCycle = value;
    this.value = value;
  }

  /** What is known already. */
  public static <T> Lazy<T> of(T value) {
    return new Lazy<>(value);
  }

  /**
   * @param onCycle what the value is taken for while it is being computed
   */
  public static <T> Lazy<T> by(Resolution resolution, Supplier<? extends T> source, T onCycle) {
    return new Lazy<>(resolution.lock(), source, onCycle);
  }

  public T get() {
    T known = value;
    return known != null ? known : compute();
  }

  private T compute() {
    ReentrantLock held = lock;
    if (held == null) {
      return onCycle;
    }
    held.lock();
    try {
      T known = value;
      if (known != null) {
        return known;
      }
      Supplier<? extends T> from = source;
      if (isRunning || from == null) {
        return onCycle;
      }
      isRunning = true;
      try {
        T computed = from.get();
        value = computed;
        source = null;
        return computed;
      } finally {
        isRunning = false;
      }
    } finally {
      held.unlock();
    }
  }
}
