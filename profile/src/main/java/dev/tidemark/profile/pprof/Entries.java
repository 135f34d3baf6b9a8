package dev.tidemark.profile.pprof;

import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;

/** Counts the entries of all tables of an input against the limit, before room is made for them. */
final class Entries {
  // A number on a stack takes an eighth of what an entry of another table does.
  private static final long ON_STACKS_FOR_ONE = 8;

  private final int most;
  private long taken;

  Entries(Limits limits) {
    most = limits.tableEntries();
  }

  /** Counts one more, found at {@code at}. */
  void take(int at) throws MalformedProfileException {
    take(1, at);
  }

  void take(long more, int at) throws MalformedProfileException {
    taken += more;
    if (taken > most) {
      throw new MalformedProfileException(
          at, "more than %,d entries in the tables".formatted(most));
    }
  }

  /** Counts the numbers on stacks. */
  void takeOnStacks(int numbers, int at) throws MalformedProfileException {
    take(numbers / ON_STACKS_FOR_ONE, at);
  }

  /** How many numbers on stacks are still within the limit. */
  long leftOnStacks() {
    return ON_STACKS_FOR_ONE * (most - taken);
  }
}
