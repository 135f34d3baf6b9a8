package dev.tidemark.scan;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.types.Func;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the package calls declared functions. */
public final class CallSites {
  private final Map<Func, List<Site>> sites = new HashMap<>();

  /**
   * @param body in which the call stands
   */
  public record Site(Body body, Op.Call call) {}

  private CallSites(Unit unit) {
    unit.forEachCall((body, call) -> {
      if (call.callee() instanceof Callee.Static(Func symbol)) {
        sites.computeIfAbsent(symbol.origin(), _ -> new ArrayList<>()).add(new Site(body, call));
      }
    });
  }

  public static CallSites of(Unit unit) {
    return unit.once(CallSites.class, () -> new CallSites(unit));
  }

  /** The calls of a function by its name, in the order of the source. */
  public List<Site> of(Func function) {
    return sites.getOrDefault(function.origin(), List.of());
  }
}
