package dev.tidemark.scan.wait;

import dev.tidemark.golang.effect.PackageSummaries;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Func;
import dev.tidemark.scan.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The goroutines of a package that wait in vain, found from each function that lets some wait. */
public final class Waits {
  private final List<Stuck> stuck = new ArrayList<>();

  private Waits() {}

  public static Waits of(Unit unit) {
    return unit.once(Waits.class, () -> explore(unit));
  }

  public List<Stuck> stuck() {
    return List.copyOf(stuck);
  }

  private static Waits explore(Unit unit) {
    Waits waits = new Waits();
    PackageSummaries summaries = unit.summaries();
    Exploration exploration =
        new Exploration(
            summaries, new Layout.Table(), Globals.of(unit.files()), unit.limits().effort());
    Roots roots = new Roots(summaries);
    Map<Value.Site, Stuck> found = new LinkedHashMap<>();
    boolean startsEarlier =
        unit.functions().stream()
            .anyMatch(body -> body.symbol().name().equals("init") && roots.starts(body));
    unit.forEachBody(body -> {
      if (roots.isRoot(body)) {
        boolean isInTest = body.file().endsWith("_test.go");
        boolean isWhole = isTest(body) && !startsEarlier;
        for (Stuck one : exploration.explore(body, isInTest, isWhole)) {
          Value.Site site = new Value.Site(one.blocked().node());
          Stuck known = found.get(site);
          if (known == null || one.choices() < known.choices()) {
            found.put(site, one);
          }
        }
      }
    });
    waits.stuck.addAll(found.values());
    return waits;
  }

  /** A function that {@code go test} runs, or a literal in one. */
  static boolean isTest(Body body) {
    String name = body.symbol().name();
    return body.file().endsWith("_test.go")
        && (name.startsWith("Test")
            || name.startsWith("Benchmark")
            || name.startsWith("Fuzz")
            || name.startsWith("Example"));
  }

  /** Which functions to look at: those that start goroutines, make channels, or take locks. */
  private static final class Roots {
    private static final Set<String> ENTRIES = Set.of("main", "init", "TestMain");

    private final PackageSummaries summaries;
    private final Map<Body, Boolean> starting = new IdentityHashMap<>();
    private final Map<Body, Boolean> locking = new IdentityHashMap<>();
    private final Map<Body, Boolean> waiting = new IdentityHashMap<>();

    Roots(PackageSummaries summaries) {
      this.summaries = summaries;
    }

    boolean isRoot(Body body) {
      boolean[] found = new boolean[2];
      int[] locks = new int[1];
      body.forEachOp(op -> {
        switch (op) {
          case Op.Call call -> {
            found[0] |= call.mode() == Op.Mode.GO || isStart(call.name());
            locks[0] += isLock(call.name()) ? 1 : 0;
            found[1] |= summaries.body(call.callee()).map(this::locks).orElse(false);
          }
          case Op.Send _, Op.Receive _, Op.Select _ -> found[0] = true;
          case Op.Store _, Op.Share _, Op.Load _, Op.Return _ -> {}
        }
      });
      if (found[0] || locks[0] > 1 || locks[0] == 1 && found[1]) {
        return true;
      }
      return isEntry(body) && (starts(body) || locks(body) || waits(body));
    }

    private static boolean isEntry(Body body) {
      return !body.isLiteral() && ENTRIES.contains(body.symbol().name()) || isTest(body);
    }

    private static boolean isStart(String name) {
      return name.equals("sync.WaitGroup.Go") || name.equals("golang.org/x/sync/errgroup.Group.Go");
    }

    private static boolean isLock(String name) {
      return name.endsWith(".Lock") || name.endsWith(".RLock");
    }

    private boolean starts(Body body) {
      Boolean known = starting.putIfAbsent(body, false);
      if (known == null) {
        known = summaries.of(body).starts() || body.literals().stream().anyMatch(this::starts);
        starting.put(body, known);
      }
      return known;
    }

    /** Whether it may wait itself, or calls what can't be told from here. */
    private boolean waits(Body body) {
      Boolean known = waiting.putIfAbsent(body, false);
      if (known == null) {
        List<Body> called = new ArrayList<>(body.literals());
        boolean[] found = new boolean[1];
        body.forEachOp(op ->
            found[0] |=
                switch (op) {
                  case Op.Call call -> {
                    summaries.body(call.callee()).ifPresent(called::add);
                    yield isStart(call.name())
                        || call.name().equals("sync.Once.Do")
                        || call.name().equals("sync.WaitGroup.Wait")
                        || call.callee() instanceof Callee.Interface(Func method)
                            && method.pkg().equals(body.symbol().pkg());
                  }
                  case Op.Receive receive -> !receive.isChoice();
                  case Op.Select select -> !select.hasDefault();
                  case Op.Send _ -> true;
                  case Op.Store _, Op.Share _, Op.Load _, Op.Return _ -> false;
                });
        known = found[0] || called.stream().anyMatch(this::waits);
        waiting.put(body, known);
      }
      return known;
    }

    private boolean locks(Body body) {
      Boolean known = locking.putIfAbsent(body, false);
      if (known == null) {
        Set<Body> called = new HashSet<>();
        boolean[] found = new boolean[1];
        body.forEachOp(op -> {
          if (op instanceof Op.Call call) {
            found[0] |= isLock(call.name());
            summaries.body(call.callee()).ifPresent(called::add);
          }
        });
        known = found[0] || called.stream().anyMatch(this::locks);
        locking.put(body, known);
      }
      return known;
    }
  }
}
