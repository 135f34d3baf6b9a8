package dev.tidemark.scan.rule.ticker;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.release.Acquisition;
import dev.tidemark.scan.release.ReleaseRule;
import dev.tidemark.scan.release.Resource;
import java.util.Optional;
import java.util.Set;

/**
 * A ticker that is not stopped on some path. Since Go 1.23, as the main module's go line says, one
 * that nobody refers to is collected (time.NewTicker), and nothing is reported.
 */
public final class TickerNotStopped extends ReleaseRule {
  private static final Resource TICKER = new Resource("the ticker", "stopped", Set.of("Stop"));

  public TickerNotStopped() {
    super(
        new RuleInfo(
            "ticker-not-stopped",
            LeakClass.LEAK,
            "a ticker is not stopped on every path, in a module before go 1.23",
            772,
            "`defer ticker.Stop()` right behind NewTicker, or `go 1.23` in go.mod"));
  }

  @Override
  protected Optional<Acquisition> acquired(Op.Call call, Body body, Unit unit) {
    return call.name().equals("time.NewTicker") && !unit.version().collectsTimers()
        ? Optional.of(Acquisition.of(call, TICKER, 0, -1))
        : Optional.empty();
  }
}
