package dev.tidemark.report;

import dev.tidemark.detect.GoroutineGroup;
import dev.tidemark.detect.GoroutineObservation;
import dev.tidemark.detect.GoroutineState;
import dev.tidemark.diagnose.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One look at a process's goroutines: where they stand, most numerous first. */
public final class GoroutinesText {
  private static final int PLACE_WIDTH = 48;

  private GoroutinesText() {}

  public static String of(GoroutineObservation observation, int most) {
    List<Map.Entry<GoroutineGroup, GoroutineState>> groups =
        new ArrayList<>(observation.groups().entrySet());
    groups.sort(GoroutinesText::mostFirst);
    StringBuilder out = new StringBuilder("goroutines: ");
    out.append(Digits.grouped(observation.total())).append(" in ");
    out.append(Digits.grouped(groups.size())).append(" groups\n");
    out.append("       count  waiting for                 longest  at\n");
    int listed = Math.min(most, groups.size());
    long cut = 0;
    for (int i = 0; i < groups.size(); i++) {
      GoroutineState state = groups.get(i).getValue();
      if (i >= listed) {
        cut += state.count();
        continue;
      }
      out.append(Digits.right(Digits.grouped(state.count()), 12)).append("  ");
      out.append(Digits.left(state.waitsFor(), 26)).append(' ');
      int minutes = state.longestWaitMinutes();
      out.append(Digits.right(minutes == 0 ? "" : minutes + " min", 8)).append("  ");
      out.append(FrameText.callsWithin(groups.get(i).getKey().stack(), PLACE_WIDTH)).append('\n');
    }
    if (cut > 0) {
      out.append(Digits.right(Digits.grouped(cut), 12));
      out.append(" in ").append(groups.size() - listed).append(" more groups, not listed\n");
    }
    return out.toString();
  }

  private static int mostFirst(
      Map.Entry<GoroutineGroup, GoroutineState> one,
      Map.Entry<GoroutineGroup, GoroutineState> other) {
    int byCount = Long.compare(other.getValue().count(), one.getValue().count());
    return byCount != 0
        ? byCount
        : one.getKey().stack().toString().compareTo(other.getKey().stack().toString());
  }
}
