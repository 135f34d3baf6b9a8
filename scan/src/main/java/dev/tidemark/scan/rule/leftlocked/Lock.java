package dev.tidemark.scan.rule.leftlocked;

import dev.tidemark.golang.effect.Effect;
import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.flow.Exit;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.scan.Unit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** A lock that a body takes, and the operations that give it back. */
final class Lock {
  private final Op.Call call;
  private final Body body;
  private final Value lock;
  private final String release;

  Lock(Op.Call call, Body body) {
    this.call = call;
    this.body = body;
    this.lock = call.receiver();
    this.release = call.lastName().equals("RLock") ? "RUnlock" : "Unlock";
  }

  /** Whether it is the same one wherever the body names it: elements of a slice are many. */
  boolean isOne() {
    for (Value at = lock; ; ) {
      switch (at) {
        case Value.Field field -> at = field.base();
        case Value.Parameter _, Value.Global _, Value.Result _ -> {
          return true;
        }
        case Value.Cell _ -> {
          return body.sources(at).size() == 1;
        }
        default -> {
          return false;
        }
      }
    }
  }

  /** Whether a function is there to lock, or is called with the lock held, by its name. */
  static boolean isMeantToLock(Body body) {
    String name = body.symbol().name();
    String lower = name.toLowerCase(Locale.ROOT);
    return name.contains("Lock")
        || lower.startsWith("lock")
        || lower.startsWith("acquire")
        || lower.equals("begin")
        || lower.equals("enter")
        || lower.equals("hold")
        || name.equals("main");
  }

  /** Whether the body unlocks at once somewhere, under no condition that stands for the lock. */
  boolean isUnlockedHere() {
    boolean isFound = false;
    for (Block block : body.graph().blocks()) {
      for (Op op : body.ops(block)) {
        if (op instanceof Op.Call other && isRelease(other)) {
          if (other.mode() != Op.Mode.NOW || isByFlag(block)) {
            return false;
          }
          isFound = true;
        }
        if (isHandedOut(op)) {
          return false;
        }
      }
    }
    return isFound && !isHeldAtEntry(body) && body.literals().stream().noneMatch(this::inLiteral);
  }

  private boolean isRelease(Op.Call other) {
    return isUnlock(other) && other.receiver().equals(lock);
  }

  private boolean isUnlock(Op.Call other) {
    return other.lastName().equals(release) && other.name().startsWith("sync.");
  }

  private static boolean isHandedOut(Op op) {
    return switch (op) {
      case Op.Return returned -> returned.values().stream().anyMatch(Lock::isUnlockMethod);
      case Op.Store store -> isUnlockMethod(store.value());
      case Op.Call call -> call.arguments().stream().anyMatch(Lock::isUnlockMethod);
      case Op.Share share -> isUnlockMethod(share.value());
      case Op.Send send -> isUnlockMethod(send.value());
      case Op.Receive _, Op.Select _, Op.Load _ -> false;
    };
  }

  private static boolean isUnlockMethod(Value value) {
    return value instanceof Value.BoundMethod bound && bound.symbol().name().endsWith("nlock");
  }

  /** {@code if locked { mu.Unlock() }}: whether it is held is known by a variable. */
  private boolean isByFlag(Block block) {
    Block at = block;
    while (at.predecessors().size() == 1) {
      Block before = at.predecessors().getFirst();
      if (before.exit() instanceof Exit.If && isFlag(body.condition(before))) {
        return true;
      }
      if (body.ops(before).contains(call)) {
        return false;
      }
      at = before;
    }
    return false;
  }

  private static boolean isFlag(Value condition) {
    return switch (condition) {
      case Value.Phi _, Value.Cell _ -> true;
      case Value.Computed(Token operator, Value x, Value y) ->
          operator == Token.NOT && isFlag(x)
              || (operator == Token.EQL || operator == Token.NEQ)
                  && (x instanceof Value.Phi || y instanceof Value.Phi);
      default -> false;
    };
  }

  /** Whether a body unlocks what it has not locked. */
  private boolean isHeldAtEntry(Body one) {
    Deque<Block> waiting = new ArrayDeque<>();
    Set<Block> seen = new HashSet<>();
    waiting.add(one.graph().entry());
    seen.add(one.graph().entry());
    while (!waiting.isEmpty()) {
      Block block = waiting.remove();
      boolean isLocked = false;
      for (Op op : one.ops(block)) {
        if (op instanceof Op.Call other && isOfSame(other.receiver())) {
          isLocked |= other.lastName().endsWith("Lock");
          if (isUnlock(other) && !isLocked && other.mode() != Op.Mode.DEFER) {
            return true;
          }
        }
      }
      if (!isLocked) {
        block.successors().stream().filter(seen::add).forEach(waiting::add);
      }
    }
    return false;
  }

  private boolean isOfSame(Value other) {
    return LockLeftLocked.key(other).equals(LockLeftLocked.key(lock));
  }

  private boolean inLiteral(Body literal) {
    boolean[] found = new boolean[1];
    literal.forEachBody(one -> found[0] |= isHeldAtEntry(one) || defersOnly(one));
    return found[0];
  }

  /** Whether a body defers the unlocking of what it does not lock. */
  private boolean defersOnly(Body one) {
    boolean[] found = new boolean[2];
    one.forEachOp(op -> {
      if (op instanceof Op.Call other && isOfSame(other.receiver())) {
        found[0] |= isUnlock(other);
        found[1] |= other.lastName().endsWith("Lock");
      }
    });
    return found[0] && !found[1];
  }

  /** Whether another function of the package unlocks it without having locked it. */
  boolean isUnlockedElsewhere(Unit unit) {
    boolean[] found = new boolean[1];
    unit.forEachBody(one ->
        found[0] |= one != body && !isTakenAround(one) && (isHeldAtEntry(one) || defersOnly(one)));
    return found[0];
  }

  /** Whether a literal stands in a function that takes the lock. */
  private boolean isTakenAround(Body literal) {
    boolean[] found = new boolean[1];
    if (literal.isLiteral()) {
      literal
          .outer()
          .forEachOp(op ->
              found[0] |=
                  op instanceof Op.Call other
                      && isOfSame(other.receiver())
                      && other.lastName().endsWith("Lock"));
    }
    return found[0];
  }

  /** Whether an operation unlocks it, or may. */
  boolean isUnlockedBy(Op op, Unit unit) {
    return switch (op) {
      case Op.Call other -> isRelease(other) || isUnlockedIn(other, unit);
      case Op.Return returned ->
          returned.values().stream()
              .flatMap(value -> body.sources(value).stream())
              .anyMatch(value -> value.equals(lock) || value.equals(root()) && !isReceiver(value));
      case Op.Send _, Op.Receive _, Op.Select _, Op.Store _, Op.Share _, Op.Load _ -> false;
    };
  }

  private boolean isUnlockedIn(Op.Call other, Unit unit) {
    if (other.lastName().contains("nlock") && other != call) {
      return isUnlock(other) ? isOfSame(other.receiver()) : true;
    }
    if (other.arguments().contains(lock)) {
      return true;
    }
    return unit.summaries()
        .of(other.callee())
        .map(known ->
            known.effects().stream()
                .anyMatch(effect ->
                    effect.kind() == Effect.Kind.METHOD
                        && effect.detail().endsWith("." + release)
                        && isOfSame(effect.target())))
        .orElse(false);
  }

  private Value root() {
    Value at = lock;
    while (at instanceof Value.Field field) {
      at = field.base();
    }
    return at;
  }

  private static boolean isReceiver(Value value) {
    return value instanceof Value.Parameter parameter && parameter.index() < 0;
  }
}
