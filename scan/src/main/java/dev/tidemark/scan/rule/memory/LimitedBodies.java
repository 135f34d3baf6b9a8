package dev.tidemark.scan.rule.memory;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.scan.Unit;
import java.util.HashSet;
import java.util.Set;

/**
 * Which functions of a package read bodies of requests up to a limit.
 *
 * @param all whether a middleware limits them for all
 */
record LimitedBodies(Set<Body> limiting, boolean all) {
  static LimitedBodies of(Unit unit) {
    Set<Body> limiting = new HashSet<>();
    boolean[] all = new boolean[1];
    unit.forEachCall((body, call) -> {
      if (call.name().startsWith("net/http.MaxBytes") || isLimit(call, body)) {
        limiting.add(body);
        all[0] |= call.name().equals("net/http.MaxBytesHandler") || handsOn(body);
      }
    });
    Set<Body> calling = new HashSet<>();
    unit.forEachCall((body, call) ->
        unit.summaries()
            .body(call.callee())
            .filter(limiting::contains)
            .ifPresent(_ -> calling.add(body)));
    limiting.addAll(calling);
    return new LimitedBodies(limiting, all[0]);
  }

  boolean has(Body body) {
    return all || limiting.contains(body);
  }

  /** Whether a function gives the request to the next one, as middleware does. */
  private static boolean handsOn(Body body) {
    boolean[] found = new boolean[1];
    body.forEachOp(op ->
        found[0] |=
            op instanceof Op.Call call
                && (call.lastName().equals("ServeHTTP")
                    || call.lastName().equals("Next")
                    || call.callee() instanceof Callee.Dynamic));
    return found[0];
  }

  private static boolean isLimit(Op.Call call, Body body) {
    return switch (call.name()) {
      case "io.LimitReader", "io.ReadFull", "io.ReadAtLeast" -> RequestBody.isGiven(call, body, 0);
      case "io.CopyN" -> RequestBody.isGiven(call, body, 1);
      default -> false;
    };
  }
}
