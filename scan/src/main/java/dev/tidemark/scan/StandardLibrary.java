package dev.tidemark.scan;

/** What is known of functions of which there is no source. */
public final class StandardLibrary {
  private StandardLibrary() {}

  /**
   * Whether a function only uses what it is called with while it runs: those of the standard
   * library do, but for the few that are made to keep it.
   *
   * @param name qualified; empty where it is not known
   */
  public static boolean borrows(String name) {
    int slash = name.indexOf('/');
    int end = slash < 0 ? name.indexOf('.') : slash;
    if (end <= 0 || slash >= 0 && name.substring(0, slash).contains(".")) {
      return false;
    }
    return !keeps(name);
  }

  private static boolean keeps(String name) {
    return switch (name) {
      case "context.AfterFunc",
          "time.AfterFunc",
          "sync.Map.Store",
          "sync.Map.LoadOrStore",
          "sync.Map.Swap",
          "sync.Pool.Put",
          "container/list.List.PushBack",
          "container/list.List.PushFront",
          "sync/atomic.Value.Store",
          "sync/atomic.Pointer.Store",
          "runtime.SetFinalizer",
          "runtime.AddCleanup",
          "testing.common.Cleanup",
          "testing.TB.Cleanup",
          "net/http.Server.Serve",
          "net/http.Serve",
          "net/http.Hijacker.Hijack",
          "os/exec.Cmd.Start",
          "reflect.ValueOf",
          "crypto/tls.Client",
          "crypto/tls.Server",
          "crypto/tls.NewListener",
          "net/http.ReadResponse",
          "encoding/csv.NewReader" ->
          true;
      default -> false;
    };
  }
}
