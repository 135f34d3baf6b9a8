package dev.tidemark.diagnose.shape;

import dev.tidemark.detect.Growth;

/**
 * A finalizer that blocks: all finalizers share one goroutine, so none behind it runs.
 *
 * <pre>{@code
 * runtime.SetFinalizer(l, func(l *Label) {   runtime.SetFinalizer(l, func(l *Label) {
 *     l.pool <- l.id  // found: may block        select {
 * })                                             case l.pool <- l.id:
 *                                                default:  // fine
 *                                                }
 *                                            })
 * }</pre>
 */
final class StuckFinalizers implements Shape {
  /** Objects and queue grow alike within this factor; each object may be one of several. */
  private static final double ALIKE = 3;

  @Override
  public String name() {
    return "stuck-finalizers";
  }

  @Override
  public String title() {
    return "finalizers queue up and do not run: what they would free stays";
  }

  @Override
  public boolean isSeenIn(HeapSighting heap) {
    double queued = heap.around().finalizers().growthPerMinute();
    Growth objects = heap.suspect().objects().growth();
    return queued > 0
        && heap.suspect().bytes().growth().isCertain()
        && objects.low() <= ALIKE * queued
        && objects.high() >= queued / ALIKE;
  }

  @Override
  public String fix(Sighting seen) {
    String stuck = seen.around().finalizers().stuckIn();
    return stuck.isEmpty()
        ? "take blocking calls out of finalizers and cleanups: all of them share a goroutine"
        : Fix.at(stuck, "do not wait{in}, which a finalizer runs: all others queue behind it");
  }
}
