package dev.tidemark.diagnose.shape;

/**
 * A map or list that lives as long as the process, to which entries are added and none removed.
 *
 * <pre>{@code
 * var seen sync.Map                         seen.Store(key, entry)
 * …                                         defer seen.Delete(key)  // fine
 * seen.Store(r.URL.Path, entry)  // found
 * }</pre>
 */
final class GrowingMap implements Shape {
  private static final Functions CALLS =
      Functions.of(
          "internal/runtime/maps.(*Map).growToTable",
          "internal/runtime/maps.(*table).",
          "internal/runtime/maps.newTable",
          "runtime.mapassign",
          "runtime.hashGrow",
          "runtime.makeBucketArray",
          "sync.(*Map).",
          "sync.newEntry",
          "internal/sync.(*HashTrieMap",
          "internal/sync.newEntryNode",
          "internal/sync.newIndirectNode",
          "container/list.",
          "github.com/orcaman/concurrent-map",
          "github.com/puzpuzpuz/xsync");

  @Override
  public String name() {
    return "growing-map";
  }

  @Override
  public String title() {
    return "entries are added to a map, sync.Map or list and stay";
  }

  @Override
  public boolean isSeenIn(HeapSighting heap) {
    return heap.calls(CALLS);
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.inCallerOf(
        seen, CALLS, "delete the entry when it is done with, or bound the map{in}");
  }
}
