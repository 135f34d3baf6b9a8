package dev.tidemark.collect;

import dev.tidemark.detect.GoroutineGroup;
import dev.tidemark.detect.GoroutineObservation;
import dev.tidemark.detect.GoroutineState;
import dev.tidemark.detect.LabelledGoroutines;
import dev.tidemark.profile.Frame;
import dev.tidemark.profile.Label;
import dev.tidemark.profile.goroutine.GoroutineDump;
import dev.tidemark.profile.goroutine.StackWait;
import dev.tidemark.profile.goroutine.WaitReason;
import dev.tidemark.profile.table.Dictionary;
import dev.tidemark.profile.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Goroutine profiles of every form as counts by group. */
final class GoroutineGroups {
  private GoroutineGroups() {}

  /** Of a goroutine profile's table. */
  static GoroutineObservation of(long timeMillis, Table table) {
    Dictionary dictionary = table.dictionary();
    Map<GoroutineGroup, GoroutineState> groups = new HashMap<>();
    List<LabelledGoroutines> labelled = new ArrayList<>();
    for (int row = 0; row < dictionary.rows(); row++) {
      if (table.value(0, row) == 0) {
        continue;
      }
      List<Frame> stack = dictionary.framesOf(dictionary.rowStack(row));
      WaitReason reason = StackWait.infer(stack.stream().map(Frame::function).toList());
      GoroutineGroup group =
          add(groups, stack, new GoroutineState(table.value(0, row), words(reason), 0, List.of()));
      List<Label> labels = dictionary.labelSetAt(dictionary.rowLabelSet(row));
      if (!labels.isEmpty()) {
        labelled.add(new LabelledGoroutines(group, labels, table.value(0, row)));
      }
    }
    return new GoroutineObservation(timeMillis, false, groups, labelled);
  }

  /** Of a full dump, which says itself what each goroutine waits for, and how long. */
  static GoroutineObservation of(long timeMillis, GoroutineDump dump) {
    Map<GoroutineGroup, GoroutineState> groups = new HashMap<>();
    for (dev.tidemark.profile.goroutine.GoroutineGroup group : dump.groups()) {
      add(
          groups,
          group.frames(),
          new GoroutineState(
              group.count(),
              words(group.state(), group.frames()),
              group.longestWaitMinutes(),
              group.createdBy()));
    }
    return new GoroutineObservation(timeMillis, true, groups, labelled(dump));
  }

  private static String words(WaitReason reason) {
    return switch (reason.cause()) {
      case NOT_WAITING, UNKNOWN -> "";
      default -> reason.text();
    };
  }

  /**
   * As the dump says; where it says only that a semaphore of the runtime is waited for, what that
   * one stands for: of a WaitGroup up to Go 1.24, of a lock before 1.20.
   */
  private static String words(
      dev.tidemark.profile.goroutine.GoroutineState state, List<Frame> stack) {
    if (state.reason() != WaitReason.SEMAPHORE) {
      return state.toString();
    }
    WaitReason inferred = StackWait.infer(stack.stream().map(Frame::function).toList());
    return switch (inferred.cause()) {
      case LOCK, WAIT_GROUP, CONDITION -> inferred.text() + (state.leaked() ? " (leaked)" : "");
      default -> state.toString();
    };
  }

  /** Those that the runtime itself marked {@code (leaked)}: nothing can wake them any more. */
  static GoroutineObservation leaked(long timeMillis, GoroutineDump dump) {
    Map<GoroutineGroup, GoroutineState> groups = new HashMap<>();
    for (int i = 0; i < dump.count(); i++) {
      dev.tidemark.profile.goroutine.GoroutineState state = dump.states().get(dump.state()[i]);
      if (state.leaked()) {
        List<Frame> stack = dump.stacks().stack(dump.stack()[i]);
        List<Frame> creator = dump.stacks().createdBy(dump.stack()[i]);
        String waitsFor = words(state, stack);
        add(groups, stack, new GoroutineState(1, waitsFor, dump.waitMinutes()[i], creator));
      }
    }
    return new GoroutineObservation(timeMillis, true, groups, List.of());
  }

  private static List<LabelledGoroutines> labelled(GoroutineDump dump) {
    List<LabelledGoroutines> labelled = new ArrayList<>();
    for (int i = 0; i < dump.count(); i++) {
      List<Label> labels = dump.labelSets().get(dump.labelSet()[i]);
      if (!labels.isEmpty()) {
        GoroutineGroup group =
            new GoroutineGroup(withoutRuntime(dump.stacks().stack(dump.stack()[i])));
        labelled.add(new LabelledGoroutines(group, labels, 1));
      }
    }
    return labelled;
  }

  static GoroutineGroup add(
      Map<GoroutineGroup, GoroutineState> groups, List<Frame> stack, GoroutineState state) {
    GoroutineGroup group = new GoroutineGroup(withoutRuntime(stack));
    groups.merge(group, state, GoroutineState::plus);
    return group;
  }

  /**
   * Without the runtime's frames at both ends, which a dump does not show; never empty. The frame
   * that runs finalizers stays: it says whose code is blocked there.
   */
  private static List<Frame> withoutRuntime(List<Frame> stack) {
    int from = 0;
    int to = stack.size();
    while (from < to && isRuntime(stack.get(from))) {
      from++;
    }
    while (to > from && isRuntime(stack.get(to - 1)) && !runsFinalizers(stack.get(to - 1))) {
      to--;
    }
    return from == to ? stack : stack.subList(from, to);
  }

  private static boolean runsFinalizers(Frame frame) {
    return switch (frame.function()) {
      case "runtime.runFinalizers", "runtime.runfinq", "runtime.runCleanups" -> true;
      default -> false;
    };
  }

  private static boolean isRuntime(Frame frame) {
    return frame.function().startsWith("runtime.")
        || frame.function().startsWith("internal/runtime/");
  }
}
