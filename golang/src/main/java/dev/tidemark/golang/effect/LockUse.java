package dev.tidemark.golang.effect;

import dev.tidemark.golang.ssa.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What calling a function does to a {@code sync.Mutex} or {@code sync.RWMutex} that is not its own.
 *
 * @param lock an argument, a package variable, or a part of one
 * @param isForReading whether it is locked for reading, which others may do, too
 */
public record LockUse(Value lock, boolean isForReading, Outcome outcome) {
  /** How the lock is when the function returns. */
  public enum Outcome {
    /** As it was: it is locked, and unlocked again. */
    GIVEN_BACK,
    /** Locked by this function. */
    LEFT_LOCKED,
    /** Locked by this function, if it returns on some paths. */
    LEFT_LOCKED_SOMETIMES,
    /** Unlocked, and somebody else had locked it. */
    UNLOCKED,
    /** The same, if it returns on some paths. */
    UNLOCKED_SOMETIMES
  }

  /** Whether a function is one of the standard library that locks or unlocks. */
  static boolean isOfLock(String function) {
    return switch (function) {
      case "sync.Mutex.Lock",
          "sync.Mutex.Unlock",
          "sync.RWMutex.Lock",
          "sync.RWMutex.Unlock",
          "sync.RWMutex.RLock",
          "sync.RWMutex.RUnlock" ->
          true;
      default -> false;
    };
  }

  /** In the order of the source. */
  static List<LockUse> of(List<Effect> effects) {
    List<LockUse> uses = new ArrayList<>();
    Set<Value> locks = new LinkedHashSet<>();
    effects.stream()
        .filter(effect -> effect.kind() == Effect.Kind.METHOD && isOfLock(effect.detail()))
        .forEach(effect -> locks.add(effect.target()));
    for (Value lock : locks) {
      add(lock, false, effects, uses);
      add(lock, true, effects, uses);
    }
    return List.copyOf(uses);
  }

  private static void add(
      Value lock, boolean isForReading, List<Effect> effects, List<LockUse> uses) {
    List<Effect> locked = calls(lock, isForReading ? "RLock" : "Lock", effects);
    List<Effect> unlocked = calls(lock, isForReading ? "RUnlock" : "Unlock", effects);
    if (!locked.isEmpty() || !unlocked.isEmpty()) {
      uses.add(new LockUse(lock, isForReading, outcome(locked, unlocked)));
    }
  }

  /** What a goroutine does says nothing of how the lock is at the end. */
  private static List<Effect> calls(Value lock, String method, List<Effect> effects) {
    return effects.stream()
        .filter(effect ->
            effect.kind() == Effect.Kind.METHOD
                && !effect.isAsync()
                && effect.target().equals(lock)
                && isOfLock(effect.detail())
                && effect.detail().endsWith("." + method))
        .toList();
  }

  private static Outcome outcome(List<Effect> locked, List<Effect> unlocked) {
    boolean isAlwaysLocked = locked.stream().anyMatch(Effect::isCertain);
    boolean isAlwaysUnlocked = unlocked.stream().anyMatch(Effect::isCertain);
    if (unlocked.isEmpty()) {
      return isAlwaysLocked ? Outcome.LEFT_LOCKED : Outcome.LEFT_LOCKED_SOMETIMES;
    }
    if (locked.isEmpty()) {
      return isAlwaysUnlocked ? Outcome.UNLOCKED : Outcome.UNLOCKED_SOMETIMES;
    }
    return isAlwaysLocked && !isAlwaysUnlocked ? Outcome.LEFT_LOCKED_SOMETIMES : Outcome.GIVEN_BACK;
  }
}
