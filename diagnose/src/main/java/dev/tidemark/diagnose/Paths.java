package dev.tidemark.diagnose;

import dev.tidemark.detect.Course;
import dev.tidemark.detect.GoroutineHistory;
import dev.tidemark.detect.HeapSuspects;
import dev.tidemark.detect.KeyPath;
import dev.tidemark.detect.Points;
import java.util.List;

/** Growth told along the paths that were asked for. */
final class Paths {
  private Paths() {}

  static List<PathGrowth> of(List<KeyPath> paths, HeapSuspects heap, GoroutineHistory goroutines) {
    return paths.stream().map(path -> growth(path, heap, goroutines)).toList();
  }

  private static PathGrowth growth(KeyPath path, HeapSuspects heap, GoroutineHistory goroutines) {
    Course live = heap.along(path);
    Points bytes = live.points();
    Points counts = goroutines.along(path);
    return new PathGrowth(
        path.pattern(),
        live.trend().growth(),
        first(bytes),
        last(bytes),
        counts.trend().growth(),
        first(counts),
        last(counts));
  }

  private static double first(Points points) {
    return points.count() == 0 ? 0 : points.first();
  }

  private static double last(Points points) {
    return points.count() == 0 ? 0 : points.last();
  }
}
