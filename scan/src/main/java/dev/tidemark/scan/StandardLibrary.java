package dev.tidemark.scan;

import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Var;

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

  /** Whether it is a variable that errors are compared with, as {@code io.EOF}: never nil. */
  public static boolean isSentinel(Var symbol) {
    String name = symbol.name();
    return symbol.kind() == Var.Kind.PACKAGE
        && Kinds.isError(symbol.type())
        && (name.equals("EOF") || name.length() > 3 && name.regionMatches(true, 0, "err", 0, 3));
  }

  /** Whether what a function gives is an error, never nil. */
  public static boolean makesError(String name) {
    return switch (name) {
      case "errors.New",
          "fmt.Errorf",
          "github.com/pkg/errors.New",
          "github.com/pkg/errors.Errorf",
          "google.golang.org/grpc/status.Error",
          "google.golang.org/grpc/status.Errorf" ->
          true;
      default -> false;
    };
  }

  /** Whether a value is a context that is nobody's child, and never ends. */
  public static boolean isRootContext(Value value) {
    return value instanceof Value.Result(Op.Call call, _) && makesRootContext(call);
  }

  /** Whether a value is a context that never ends, whatever values it has of another. */
  public static boolean isWithoutEnd(Value value) {
    return isRootContext(value)
        || value instanceof Value.Result(Op.Call call, _)
            && call.name().equals("context.WithoutCancel");
  }

  /** Whether a call makes one. */
  public static boolean makesRootContext(Op.Call call) {
    return call.name().equals("context.Background") || call.name().equals("context.TODO");
  }

  /** Whether a function gives the error that it is called with, in other words; nil for nil. */
  public static boolean wrapsError(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    return last.startsWith("Wrap")
        || last.startsWith("WithStack")
        || last.startsWith("WithMessage")
        || last.startsWith("Annotate");
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
          "sync/atomic.Value.Swap",
          "sync/atomic.Value.CompareAndSwap",
          "sync/atomic.Pointer.Store",
          "sync/atomic.Pointer.Swap",
          "sync/atomic.Pointer.CompareAndSwap",
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
