package dev.tidemark.diagnose.shape;

/**
 * A large buffer kept whole, often by a small slice of it.
 *
 * <pre>{@code
 * body, err := io.ReadAll(r.Body)          body, err := io.ReadAll(r.Body)
 * ids = append(ids, body[:32])  // found   ids = append(ids,
 *                                              bytes.Clone(body[:32]))  // fine
 * }</pre>
 */
final class KeptBuffer implements Shape {
  private static final double LARGE = 1024;

  @Override
  public String name() {
    return "kept-buffer";
  }

  @Override
  public String title() {
    return "whole buffers of what was read or written are kept";
  }

  @Override
  public boolean isSeenIn(HeapSighting heap) {
    return heap.objectBytes() >= LARGE
        && heap.called()
            .has(
                "io.ReadAll",
                "io/ioutil.ReadAll",
                "os.ReadFile",
                "bytes.growSlice",
                "bytes.(*Buffer).",
                "net/http/httputil.Dump",
                "github.com/valyala/bytebufferpool.");
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.in(
        seen,
        "keep a copy of the part that is needed (bytes.Clone, strings.Clone), not the whole buffer{in}");
  }
}
