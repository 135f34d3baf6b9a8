package dev.tidemark.scan.wait;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.types.Struct;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Which of the goroutines that wait at the end of a run wait in vain, and are not only delayed. */
final class Blame {
  private Blame() {}

  static List<Stuck> of(Machine machine, List<Goroutine> left, int[] given) {
    List<Goroutine> stuck = new ArrayList<>();
    Set<Datum> live = new HashSet<>();
    for (Goroutine one : left) {
      if (one.wait == null || World.serves(one.wait) || isOfGuessedRoom(one.wait)) {
        one.stack.forEach(frame -> Reach.of(frame, live));
      } else {
        stuck.add(one);
      }
    }
    // Whoever waits for what a living one has is alive too, and so is what that one has.
    boolean isChanged = true;
    while (isChanged) {
      isChanged =
          stuck.removeIf(one -> {
            boolean isAlive = one.wait != null && !isInVain(one.wait, live);
            if (isAlive) {
              one.stack.forEach(frame -> Reach.of(frame, live));
            }
            return isAlive;
          });
    }
    stuck.removeIf(one -> one.wait == null || isMeant(one, one.wait, machine));
    List<Goroutine> causes = stuck.stream().filter(one -> !isConsequence(one, stuck)).toList();
    if (causes.isEmpty() && !stuck.isEmpty()) {
      // Each waits for another: one of them stands for all.
      causes =
          List.of(
              stuck.stream()
                  .filter(one -> one.wait instanceof Wait.Acquire)
                  .findFirst()
                  .orElse(stuck.getFirst()));
    }
    List<Stuck> found = new ArrayList<>();
    for (Goroutine one : causes) {
      Stuck made = stuck(machine, one, given);
      // Of those that wait for each other one is told of, with the other as its reason.
      boolean isTold =
          made.kind() == Stuck.Kind.CYCLE
              && found.stream().anyMatch(other -> other.kind() == Stuck.Kind.CYCLE);
      if (!isTold) {
        found.add(made);
      }
    }
    return found;
  }

  /** Whether a channel is made only to wait for: {@code <-make(chan int)}. */
  private static boolean isOfNobody(Node receive) {
    return receive instanceof Expr.UnaryExpr unary
        && unary.x() instanceof Expr.CallExpr call
        && call.function() instanceof Expr.Ident name
        && name.name().equals("make");
  }

  private static boolean isMeant(Goroutine one, Wait wait, Machine machine) {
    if (wait instanceof Wait.Receive receive && isOfNobody(receive.at().node())) {
      return true;
    }
    if (!one.isFirst()) {
      return false;
    }
    Body root = one.stack.getLast().body;
    boolean isInMain = root.symbol().name().equals("main") && !root.isLiteral();
    boolean isMain = one.stack.size() == 1 && isInMain;
    // Of a program or a test all may be known that there is.
    boolean isKnown =
        (isInMain || Waits.isTest(root))
            && machine.branches().isEmpty()
            && !machine.memory.hasEscaped();
    boolean isAlone = machine.scheduler.count() == 1;
    return switch (wait) {
      case Wait.Select select ->
          isMain || isAlone || select.channels().stream().allMatch(Objects::isNull);
      case Wait.Never never -> isMain || isAlone || never.at().node() instanceof Stmt.SelectStmt;
      case Wait.Receive _ -> isMain || isAlone && !isKnown;
      case Wait.Group _ -> isMain;
      case Wait.Send _, Wait.Acquire _, Wait.Room _, Wait.Once _, Wait.Signal _ -> false;
    };
  }

  /** Whether it waits for room of which nobody knows how much there is. */
  private static boolean isOfGuessedRoom(Wait wait) {
    return switch (wait) {
      case Wait.Send send -> send.channel().isRoomGuessed;
      // What a semaphore gives back is what it took before.
      case Wait.Receive receive ->
          receive.channel().isRoomGuessed
              && Memory.elementType(receive.channel().type).underlying() instanceof Struct struct
              && struct.fields().isEmpty();
      default -> false;
    };
  }

  private static boolean isInVain(Wait wait, Set<Datum> live) {
    return switch (wait) {
      case Wait.Send send -> !live.contains(send.channel());
      case Wait.Receive receive -> !live.contains(receive.channel());
      case Wait.Select select ->
          select.channels().stream().noneMatch(one -> one != null && live.contains(one));
      case Wait.Acquire acquire ->
          !live.contains(acquire.lock()) && !isLeftToCaller(acquire.lock());
      case Wait.Group group -> !live.contains(group.group());
      case Wait.Signal signal -> !live.contains(signal.condition);
      case Wait.Room room -> !live.contains(room.group());
      case Wait.Once once -> !live.contains(once.once());
      case Wait.Never _ -> true;
    };
  }

  /** Whether who called the function that is looked at may give the lock back. */
  private static boolean isLeftToCaller(Instance.Lock lock) {
    boolean isFree = lock.writer == null && lock.readers.isEmpty();
    Goroutine holder = isFree || lock.writer != null ? lock.writer : lock.readers.getFirst();
    return lock.isExternal && holder != null && holder.isFirst() && holder.isDone;
  }

  /** Whether it waits for one that is itself stuck elsewhere: that one is told of. */
  private static boolean isConsequence(Goroutine one, List<Goroutine> stuck) {
    return switch (one.wait) {
      case Wait.Acquire acquire -> {
        Goroutine holder = acquire.lock().writer;
        yield holder != null
            && holder != one
            && stuck.contains(holder)
            && !(holder.wait instanceof Wait.Acquire);
      }
      case Wait.Group _ ->
          stuck.stream()
              .anyMatch(
                  other -> other != one && !other.isFirst() && !(other.wait instanceof Wait.Group));
      case null, default -> false;
    };
  }

  private static Stuck stuck(Machine machine, Goroutine one, int[] given) {
    List<Stuck.Other> others = new ArrayList<>();
    for (Goroutine other : machine.scheduler.all()) {
      if (other == one) {
        continue;
      }
      if (other.wait != null) {
        others.add(new Stuck.Other(other.wait.at(), true, other.isFirst()));
      } else if (other.end != null) {
        others.add(new Stuck.Other(other.end, false, other.isFirst()));
      }
    }
    Stuck.Spot start =
        one.start != null
            ? one.start
            : new Stuck.Spot(one.stack.getLast().body, one.stack.getLast().body.node());
    Wait wait = Objects.requireNonNull(one.wait);
    return new Stuck(
        kind(one, wait, machine.scheduler.waiting()),
        wait.at(),
        start,
        one.isFirst(),
        machine.branches(),
        others,
        Exploration.count(given));
  }

  private static Stuck.Kind kind(Goroutine one, Wait wait, List<Goroutine> left) {
    return switch (wait) {
      case Wait.Send _ -> Stuck.Kind.SEND;
      case Wait.Receive _ -> Stuck.Kind.RECEIVE;
      case Wait.Select _ -> Stuck.Kind.SELECT;
      case Wait.Never _ -> Stuck.Kind.NEVER;
      case Wait.Acquire acquire -> {
        Instance.Lock lock = acquire.lock();
        if (lock.writer == one || lock.readers.contains(one)) {
          yield Stuck.Kind.OWN_LOCK;
        }
        boolean isHeldByWaiting =
            left.stream().anyMatch(other -> other == lock.writer || lock.readers.contains(other));
        yield isHeldByWaiting ? Stuck.Kind.CYCLE : Stuck.Kind.LOCK;
      }
      case Wait.Group _, Wait.Room _ -> Stuck.Kind.GROUP;
      case Wait.Once _ -> Stuck.Kind.ONCE;
      case Wait.Signal _ -> Stuck.Kind.CONDITION;
    };
  }
}
