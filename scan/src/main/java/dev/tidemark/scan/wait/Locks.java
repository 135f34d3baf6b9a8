package dev.tidemark.scan.wait;

import java.util.List;

/** Mutexes: who may have one, as sync.Mutex and sync.RWMutex decide. */
final class Locks {
  private Locks() {}

  /** A reader waits behind a writer that waits, even one that reads already. */
  static boolean isFree(Wait.Acquire wanted, List<Goroutine> all) {
    Instance.Lock lock = wanted.lock();
    if (lock.isUncertain) {
      return true;
    }
    if (lock.writer != null) {
      return false;
    }
    if (wanted.isWrite()) {
      return lock.readers.isEmpty();
    }
    return lock.readers.isEmpty() || !isWriterWaiting(lock, all);
  }

  private static boolean isWriterWaiting(Instance.Lock lock, List<Goroutine> all) {
    return all.stream()
        .anyMatch(one ->
            one.wait instanceof Wait.Acquire other && other.lock() == lock && other.isWrite());
  }

  static void take(Goroutine goroutine, Wait.Acquire wanted) {
    Instance.Lock lock = wanted.lock();
    if (wanted.isWrite()) {
      lock.writer = goroutine;
    } else {
      lock.readers.add(goroutine);
    }
  }

  static void giveBack(Goroutine goroutine, Instance.Lock lock, boolean isWrite) {
    if (isWrite) {
      lock.writer = null;
    } else if (!lock.readers.remove(goroutine) && !lock.readers.isEmpty()) {
      lock.readers.removeFirst();
    }
  }
}
