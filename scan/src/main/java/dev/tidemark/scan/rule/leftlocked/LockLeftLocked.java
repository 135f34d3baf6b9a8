package dev.tidemark.scan.rule.leftlocked;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.release.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A function that unlocks on one path and forgets to on another: who locks next waits for ever.
 *
 * <pre>
 *   s.mu.Lock()                                  s.mu.Lock()
 *   if s.closed {                                defer s.mu.Unlock()      // fine
 *     return errClosed        // found           if s.closed {
 *   }                                              return errClosed
 *   s.mu.Unlock()                                }
 * </pre>
 *
 * <p>Functions that lock for their caller are left alone: those that never unlock, that are called
 * so, that return what is locked, and locks that another function unlocks without locking.
 */
public final class LockLeftLocked implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "lock-left-locked",
          LeakClass.LEAK,
          "a function returns with a lock held on one path, and unlocks it on others",
          667,
          "`defer mu.Unlock()` right behind the Lock, or unlock before this return");

  private static final Set<String> LOCKING =
      Set.of("sync.Mutex.Lock", "sync.RWMutex.Lock", "sync.RWMutex.RLock");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    unit.forEachCall((body, call) -> {
      if (call.mode() == Op.Mode.NOW && LOCKING.contains(call.name())) {
        Lock lock = new Lock(call, body);
        if (lock.isOne() && !Lock.isMeantToLock(body) && lock.isUnlockedHere()) {
          Paths.search(unit, body, call, Value.NIL, op -> lock.isUnlockedBy(op, unit))
              .filter(lost -> !lost.isOverwritten())
              .filter(_ -> !lock.isUnlockedElsewhere(unit))
              .ifPresent(lost -> found(call, body, lost, unit, out));
        }
      }
    });
  }

  private static void found(Op.Call call, Body body, Paths.Lost lost, Unit unit, Findings out) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(unit.span(body, call.node()), "the lock is taken"));
    steps.addAll(lost.answers(unit, body));
    steps.add(new Step(unit.span(body, lost.end()), "the function ends, and the lock is held"));
    out.add(
        INFO,
        body,
        call.node(),
        "the lock is still held on the path that leaves the function at line "
            + unit.span(body, lost.end()).line()
            + ": the next one waits for ever",
        steps);
  }

  /** The place of a lock as another function may know it. */
  static Object key(Value lock) {
    return lock instanceof Value.Field field ? field.name() : lock;
  }
}
