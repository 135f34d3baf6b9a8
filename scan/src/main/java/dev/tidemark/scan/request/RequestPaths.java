package dev.tidemark.scan.request;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.scan.Unit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which functions of a package are run again with each request, and from which handler. */
public final class RequestPaths {
  private final LocalCalls calls;
  private final Set<Body> isHandler;
  private final int depth;

  /** Each function with the handler that leads to it. */
  private final Map<Body, Body> handlers = new IdentityHashMap<>();

  private final Map<Body, Integer> depths = new IdentityHashMap<>();
  private final List<Body> reached = new ArrayList<>();
  private final Deque<Body> waiting = new ArrayDeque<>();

  private RequestPaths(Unit unit) {
    this.calls = LocalCalls.of(unit);
    this.isHandler = Handlers.of(unit).all();
    this.depth = unit.limits().handlerDepth();
  }

  public static RequestPaths of(Unit unit) {
    return unit.oncePerRoots(RequestPaths.class, () -> find(unit));
  }

  private static RequestPaths find(Unit unit) {
    RequestPaths paths = new RequestPaths(unit);
    if (unit.roots().withHandlers()) {
      Handlers.of(unit).all().forEach(body -> paths.reach(body, body, 0));
    }
    unit.roots().entries().keySet().stream()
        .sorted(Comparator.comparing(Body::file).thenComparing(body -> body.node().from()))
        .forEach(body -> paths.reach(body, body, 0));
    while (!paths.waiting.isEmpty()) {
      Body body = paths.waiting.remove();
      Body handler = paths.handlers.getOrDefault(body, body);
      int next = paths.depth(body) + 1;
      paths.calls.run(body).forEach(callee -> paths.reach(callee, handler, next));
    }
    return paths;
  }

  private void reach(Body body, Body handler, int calls) {
    if (calls <= depth && handlers.putIfAbsent(body, handler) == null) {
      depths.put(body, calls);
      reached.add(body);
      waiting.add(body);
    }
  }

  /** The handler, or the function that is supposed to be called, by which another is reached. */
  public Optional<Body> handler(Body body) {
    return Optional.ofNullable(handlers.get(body));
  }

  /**
   * The handler that leads to a function, unless it is one itself, or others have to say how
   * requests come.
   */
  public Optional<Body> before(Body body) {
    return handler(body).filter(one -> one != body && isHandler.contains(one));
  }

  /** All functions that requests reach, nearest first. */
  List<Body> reached() {
    return Collections.unmodifiableList(reached);
  }

  /** Over how many calls one of them is reached. */
  public int depth(Body body) {
    return depths.getOrDefault(body, 0);
  }
}
