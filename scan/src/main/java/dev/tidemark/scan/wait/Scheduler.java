package dev.tidemark.scan.wait;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who goes on: whoever does, unless it has to wait or another is chosen. */
final class Scheduler {
  private final Choices choices;
  private final List<Goroutine> goroutines = new ArrayList<>();
  private @Nullable Goroutine current;

  Scheduler(Choices choices) {
    this.choices = choices;
  }

  Goroutine start(Stuck.@Nullable Spot at) {
    Goroutine started = new Goroutine(goroutines.size(), at);
    goroutines.add(started);
    return started;
  }

  int count() {
    return goroutines.size();
  }

  List<Goroutine> all() {
    return goroutines;
  }

  List<Goroutine> waiting() {
    return goroutines.stream().filter(one -> !one.isDone).toList();
  }

  /** Null where nobody can go on. */
  @Nullable Goroutine next(Channels channels) {
    if (current != null && canGoOn(current, channels)) {
      return current;
    }
    List<Goroutine> ready = others(channels);
    current = ready.isEmpty() ? null : ready.get(choices.choose(ready.size()));
    return current;
  }

  private static boolean canGoOn(Goroutine goroutine, Channels channels) {
    return !goroutine.isDone && (goroutine.wait == null || channels.isReady(goroutine.wait));
  }

  /** Those behind the current one first. */
  private List<Goroutine> others(Channels channels) {
    List<Goroutine> ready = new ArrayList<>();
    int from = current == null ? 0 : current.number + 1;
    for (int i = 0; i < goroutines.size(); i++) {
      Goroutine one = goroutines.get((from + i) % goroutines.size());
      if (one != current && canGoOn(one, channels)) {
        ready.add(one);
      }
    }
    return ready;
  }

  /** Whether another goroutine goes on before one does what others can see. */
  boolean yields(Goroutine goroutine, Channels channels) {
    if (goroutine.wasPreempted) {
      goroutine.wasPreempted = false;
      return false;
    }
    List<Goroutine> others = others(channels);
    int chosen = others.isEmpty() ? 0 : choices.choose(1 + others.size());
    if (chosen == 0) {
      return false;
    }
    goroutine.wasPreempted = true;
    current = others.get(chosen - 1);
    return true;
  }

  /** Lets another go on, if any can. */
  boolean cede(Goroutine goroutine, Channels channels) {
    List<Goroutine> others = others(channels);
    if (current != goroutine || others.isEmpty()) {
      return !others.isEmpty();
    }
    current = others.getFirst();
    return true;
  }

  /** Lets the others go on first, as one that sleeps does. */
  void pause(Goroutine goroutine, Channels channels) {
    List<Goroutine> others = others(channels);
    if (!others.isEmpty()) {
      int chosen = choices.choose(others.size() + 1);
      if (chosen < others.size()) {
        current = others.get(chosen);
      }
    }
  }
}
