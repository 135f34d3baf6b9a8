package dev.tidemark.diagnose.shape;

/**
 * Objects taken from a sync.Pool and kept, or put back ever larger.
 *
 * <pre>{@code
 * b := pool.Get().(*Batch)             b := pool.Get().(*Batch)
 * b.add(click)                         b.add(click)
 * pool.Put(b)  // found: not emptied   b.reset()
 *                                      pool.Put(b)  // fine
 * }</pre>
 */
final class PooledObject implements Shape {
  private static final Functions GET = Functions.of("sync.(*Pool).Get");

  @Override
  public String name() {
    return "pooled-object";
  }

  @Override
  public String title() {
    return "objects that a sync.Pool made are kept";
  }

  @Override
  public boolean isSeenIn(HeapSighting heap) {
    if (!heap.isOwn()) {
      return false;
    }
    // What New makes: the service's own function right below Get.
    Stack stack = heap.stack();
    int get = stack.indexOf(GET);
    return get > 0 && stack.frames().get(get - 1).function().equals(heap.site().frame().function());
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.in(
        seen,
        "reset what goes back to the pool, drop what grew large, and keep no reference after Put{in}");
  }
}
