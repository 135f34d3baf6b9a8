package dev.tidemark.diagnose.shape;

/**
 * A cache of a library that was given no bound, or one that is never reached.
 *
 * <pre>{@code
 * c := expirable.NewLRU[string, *Place](    c := expirable.NewLRU[string, *Place](
 *     0, nil, 0)  // found: 0 is no bound       10_000, nil, time.Hour)  // fine
 * }</pre>
 */
final class UnboundedCache implements Shape {
  private static final Functions CALLS =
      Functions.of(
          "github.com/hashicorp/golang-lru",
          "github.com/patrickmn/go-cache.",
          "github.com/dgraph-io/ristretto",
          "github.com/allegro/bigcache",
          "github.com/jellydator/ttlcache",
          "github.com/ReneKroon/ttlcache",
          "github.com/bluele/gcache.",
          "github.com/karlseguin/ccache",
          "github.com/go-pkgz/expirable-cache",
          "github.com/maypok86/otter",
          "github.com/Yiling-J/theine-go",
          "github.com/golang/groupcache/lru.",
          "github.com/muesli/cache2go.",
          "github.com/eko/gocache");

  @Override
  public String name() {
    return "unbounded-cache";
  }

  @Override
  public String title() {
    return "a cache holds more and more entries";
  }

  @Override
  public boolean isSeenIn(HeapSighting heap) {
    return heap.calls(CALLS);
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.inCallerOf(
        seen,
        CALLS,
        "give the cache a bound in entries or bytes, an expiry and a cleanup interval{in}; check its keys");
  }
}
