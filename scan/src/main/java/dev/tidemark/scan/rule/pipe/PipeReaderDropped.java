package dev.tidemark.scan.rule.pipe;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.types.Type;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.release.Acquisition;
import dev.tidemark.scan.release.ReleaseRule;
import dev.tidemark.scan.release.Resource;
import java.util.Optional;
import java.util.Set;

/**
 * The reading end of an io.Pipe that is neither read to its end nor closed on some path: whoever
 * writes to the other end waits for ever.
 */
public final class PipeReaderDropped extends ReleaseRule {
  private static final Resource READER =
      new Resource(
          "the pipe's reader",
          "closed or read to its end",
          Set.of("Close", "CloseWithError"),
          Set.of(
              "io.ReadAll",
              "io.Copy",
              "io.CopyBuffer",
              "bufio.NewReader",
              "bufio.NewReaderSize",
              "bufio.NewScanner",
              "encoding/json.NewDecoder",
              "net/http.NewRequest",
              "net/http.NewRequestWithContext",
              "io.NopCloser",
              "io.TeeReader",
              "io.MultiReader",
              "io.LimitReader"));

  public PipeReaderDropped() {
    super(
        new RuleInfo(
            "pipe-reader-dropped",
            LeakClass.LEAK,
            "the reader of a pipe is dropped while someone may write",
            772,
            "`defer reader.Close()`: writes then fail with io.ErrClosedPipe"));
  }

  @Override
  protected Optional<Acquisition> acquired(Op.Call call, Body body, Unit unit) {
    // Of io.Pipe itself both ends may stay in one function, and its goroutines tell of it.
    return QualifiedName.of(body.info().type(call.node())).equals("io.PipeReader")
            && body.info().type(call.node()).unalias() instanceof Type.Pointer
        ? Optional.of(Acquisition.of(call, READER, 0, -1))
        : Optional.empty();
  }
}
