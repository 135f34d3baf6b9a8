package dev.tidemark.profile.goroutine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Puts the goroutines of a dump into groups: a counting sort by (stack, state), then by size. */
final class Grouping {
  private final GoroutineDump dump;
  private final LongTable keys = new LongTable();
  private final int[] groupOf;

  Grouping(GoroutineDump dump) {
    this.dump = dump;
    this.groupOf = new int[dump.count()];
    for (int i = 0; i < groupOf.length; i++) {
      groupOf[i] = keys.intern(LongTable.pair(dump.stack()[i], dump.state()[i]));
    }
  }

  List<GoroutineGroup> groups() {
    int[] end = new int[keys.size() + 1];
    for (int group : groupOf) {
      end[group + 1]++;
    }
    for (int group = 0; group < keys.size(); group++) {
      end[group + 1] += end[group];
    }
    int[] next = Arrays.copyOf(end, keys.size());
    int[] waits = new int[groupOf.length];
    for (int i = 0; i < groupOf.length; i++) {
      waits[next[groupOf[i]]++] = dump.waitMinutes()[i];
    }
    List<GoroutineGroup> groups = new ArrayList<>(keys.size());
    for (int group = 0; group < keys.size(); group++) {
      Arrays.sort(waits, end[group], end[group + 1]);
      groups.add(group(group, waits, end[group], end[group + 1]));
    }
    // Stable, so that equals stay in order of first appearance.
    groups.sort(
        Comparator.comparingInt(GoroutineGroup::count)
            .thenComparingInt(GoroutineGroup::longestWaitMinutes)
            .reversed());
    return List.copyOf(groups);
  }

  private GoroutineGroup group(int group, int[] sortedWaits, int start, int end) {
    int stack = LongTable.first(keys.get(group));
    return new GoroutineGroup(
        stack,
        dump.states().get(LongTable.second(keys.get(group))),
        end - start,
        sortedWaits[end - 1],
        sortedWaits[start + (end - start - 1) / 2],
        dump.stacks().stack(stack),
        dump.stacks().createdBy(stack));
  }
}
