package dev.tidemark.golang.types;

import java.util.concurrent.locks.ReentrantLock;

/**
 * What the lazily computed values of one program have in common: only one is computed at a time.
 */
public final class Resolution {
  private final ReentrantLock lock = new ReentrantLock();

  ReentrantLock lock() {
    return lock;
  }
}
