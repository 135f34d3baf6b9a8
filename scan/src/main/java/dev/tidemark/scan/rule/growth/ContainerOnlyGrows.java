package dev.tidemark.scan.rule.growth;

import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.flow.Exit;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.FirstTime;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Loops;
import dev.tidemark.scan.RequestRule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.growth.Container;
import dev.tidemark.scan.growth.Fresh;
import dev.tidemark.scan.growth.Growth;
import dev.tidemark.scan.growth.StillThere;
import dev.tidemark.scan.request.KeyCheck;
import dev.tidemark.scan.request.RequestData;
import dev.tidemark.scan.request.RequestPaths;
import dev.tidemark.scan.request.SentValues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A map, slice or list that lives as long as the process, gets elements on the way of a request,
 * and never loses any: nothing is deleted, it is not replaced, and nobody minds its length.
 *
 * <pre>
 *   var seen = map[string]bool{}                 if len(seen) > limit { clear(seen) }  // fine
 *   func handle(w, r) {                          seen[r.URL.Path] = true
 *     seen[r.URL.Path] = true    // found
 *   }
 * </pre>
 */
public final class ContainerOnlyGrows implements RequestRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "container-only-grows",
          LeakClass.LEAK,
          "requests add to a map, slice or list that nothing is ever taken out of",
          401,
          "bound it: delete when the entry is done with, or use a cache with a limit or a lifetime");

  /** A store in memory is to hold what it is given. */
  private static final Pattern STORE = Pattern.compile("(.*/)?(in)?mem(ory)?(store|db)?");

  /** What so many calls lead to is what the handler does, rather than what it sets up. */
  private static final int NEAR = 2;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    if (STORE.matcher(unit.path()).matches()) {
      return;
    }
    Growth growth = Growth.of(unit);
    growth.forEachKept(
        unit,
        (container, insertions) -> {
          if (!growth.isBounded(container) || takesOutOnlyIts(growth, container, insertions)) {
            insertions.stream()
                .filter(one ->
                    RequestPaths.of(unit).handler(one.body()).isPresent()
                        ? isUnbounded(one, container, unit)
                        : isSentByRequests(one, container, unit))
                .findFirst()
                .ifPresent(one -> found(container, one, unit, out));
          }
        });
  }

  /**
   * Whether the only ones that take anything out are those who put it in, for their own keys, and
   * not on every path: what stays then waits for the same key to come again.
   */
  private static boolean takesOutOnlyIts(
      Growth growth, Container container, List<Growth.Insertion> insertions) {
    List<Growth.Removal> removals = growth.removals(container);
    if (removals.isEmpty() || insertions.size() != 1) {
      return false;
    }
    Growth.Insertion insertion = insertions.getFirst();
    Set<Op> here = new HashSet<>();
    for (Growth.Removal removal : removals) {
      boolean isOwn =
          removal.body() == insertion.body()
              && removal.op() instanceof Op.Call call
              && call.arguments().contains(insertion.key());
      if (!isOwn) {
        return false;
      }
      here.add(removal.op());
    }
    return here.stream().allMatch(removal -> areOnOneWay(insertion, removal))
        && StillThere.after(insertion.body(), insertion.op(), here).isPresent();
  }

  /** Whether one is done before the other, rather than in its place. */
  private static boolean areOnOneWay(Growth.Insertion insertion, Op removal) {
    Body body = insertion.body();
    Optional<Block> in = body.blockOf(insertion.op());
    Optional<Block> out = body.blockOf(removal);
    return in.isPresent()
        && out.isPresent()
        && (in.get() == out.get()
            || Loops.leads(in.get(), out.get())
            || Loops.leads(out.get(), in.get()));
  }

  /**
   * A key that is neither the sender's choice nor a new one is likely one of a few; what is
   * appended always counts, if the sender chose it or a handler does it itself.
   */
  private static boolean isUnbounded(Growth.Insertion insertion, Container container, Unit unit) {
    RequestData data = RequestData.of(unit);
    Body body = insertion.body();
    return switch (container.kind()) {
      case MAP, SYNC_MAP ->
          data.isOfRequest(body, insertion.key())
                  && !isOfType(insertion)
                  && !KeyCheck.before(
                      unit.summaries(),
                      body,
                      insertion.op(),
                      insertion.key(),
                      container(insertion.op()))
              || Fresh.isKey(insertion, unit);
      case SLICE, LIST, TEXT, CHAIN ->
          data.isOfRequest(body, insertion.value())
              || !(insertion.value() instanceof Value.Known)
                  && !FirstTime.isOnly(body, insertion.op())
                  && (RequestPaths.of(unit).depth(body) == 0 || isAlwaysAdded(insertion, unit));
    };
  }

  /** Whether a function that a handler calls adds each time that it is called, but for errors. */
  private static boolean isAlwaysAdded(Growth.Insertion insertion, Unit unit) {
    Body body = insertion.body();
    if (RequestPaths.of(unit).depth(body) > NEAR
        || body.isLiteral()
        || Loops.repeats(body, insertion.op())) {
      return false;
    }
    Block at = body.blockOf(insertion.op()).orElse(body.graph().entry());
    return body.graph().blocks().stream()
        .filter(block -> block != at && block.successors().size() > 1 && Loops.leads(block, at))
        .allMatch(block ->
            block.successors().stream()
                .allMatch(next ->
                    next == at || Loops.leads(next, at) || next.exit() instanceof Exit.Return));
  }

  /** Whether another goroutine adds what requests send to it. */
  private static boolean isSentByRequests(
      Growth.Insertion insertion, Container container, Unit unit) {
    boolean isKeyed =
        switch (container.kind()) {
          case MAP, SYNC_MAP -> true;
          case SLICE, LIST, TEXT, CHAIN -> false;
        };
    Value added = isKeyed ? insertion.key() : insertion.value();
    return SentValues.of(unit).of(insertion.body(), added).stream()
        .anyMatch(sent ->
            !isKeyed
                || RequestData.of(unit).isOfRequest(sent.body(), sent.value())
                || Fresh.isSent(insertion, sent.value()));
  }

  private static Value container(Op insertion) {
    return insertion instanceof Op.Store(_, Value.Element(Value base, _), _, _) ? base : Value.NIL;
  }

  /** A program has as many types as it is made with. */
  private static boolean isOfType(Growth.Insertion insertion) {
    return insertion.body().sources(insertion.key()).stream()
        .allMatch(key ->
            key instanceof Value.Result(Op.Call call, _) && call.name().equals("reflect.TypeOf"));
  }

  private static void found(
      Container container, Growth.Insertion insertion, Unit unit, Findings out) {
    Body body = insertion.body();
    List<Step> steps = new ArrayList<>();
    RequestPaths.of(unit)
        .before(body)
        .ifPresent(one -> steps.add(new Step(unit.span(one, one.node()), "a request comes in")));
    String added = steps.isEmpty() ? "a request adds an element" : "an element is added";
    steps.add(new Step(unit.span(body, insertion.node()), added));
    out.add(
        INFO,
        body,
        insertion.node(),
        "the %s %s only grows: %s"
            .formatted(
                container.kind().text(),
                container.name(),
                Growth.of(unit).isBounded(container)
                    ? "what is put in here is not taken out on every path"
                    : "nothing in the package takes anything out of it"),
        steps);
  }
}
