package dev.tidemark.collect;

import dev.tidemark.diagnose.Observation;
import dev.tidemark.profile.text.CaptureForm;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the times of captures come from, and what is doubtful about them. */
final class CaptureTimes {
  private static final long COPIED_WITHIN_MILLIS = 5_000;

  /** Two dumps a moment apart are taken on purpose. */
  private static final int SEVERAL = 3;

  private static final String HOW_TO_NAME =
      "name files with the epoch milliseconds they were taken at (heap-1761955200000.txt)";

  private final Map<CaptureForm, Integer> byFileTime = new EnumMap<>(CaptureForm.class);
  private final Map<Same, Integer> same = new HashMap<>();
  private final Map<At, Integer> seen = new HashMap<>();
  private long firstFileMillis = Long.MAX_VALUE;
  private long lastFileMillis = Long.MIN_VALUE;

  private record At(String what, long millis) {}

  private enum Reason {
    DUPLICATE,
    TIME_INSIDE,
    TIME_OUTSIDE
  }

  private record Same(String what, Reason reason) {}

  /** A capture that has no time of its own is dated by its file. */
  void datedByFile(CaptureForm form, long millis) {
    byFileTime.merge(form, 1, Integer::sum);
    firstFileMillis = Math.min(firstFileMillis, millis);
    lastFileMillis = Math.max(lastFileMillis, millis);
  }

  /**
   * @param what in the plural, such as {@code heap profiles}
   * @param isInside whether the time stands in the capture
   * @param content equal for captures of equal content
   */
  void seen(String what, long millis, boolean isInside, int content) {
    Integer before = seen.putIfAbsent(new At(what, millis), content);
    if (before != null) {
      Reason reason =
          before == content
              ? Reason.DUPLICATE
              : isInside ? Reason.TIME_INSIDE : Reason.TIME_OUTSIDE;
      same.merge(new Same(what, reason), 1, Integer::sum);
    }
  }

  List<Observation> remarks() {
    List<Observation> remarks = new ArrayList<>();
    boolean isCopied = isCopied();
    if (isCopied) {
      remarks.add(
          new Observation(
              "copied",
              "the times of the files lie within 5 seconds of each other: they seem to be those of"
                  + " copying, not of the captures; copy with times (cp -p, rsync -t), or "
                  + HOW_TO_NAME));
    }
    for (String what : List.of("heap profiles", "metrics")) {
      for (Reason reason : Reason.values()) {
        int count = same.getOrDefault(new Same(what, reason), 0);
        if (count > 0) {
          remarks.add(new Observation("same-time", sentence(what, count, reason, isCopied)));
        }
      }
    }
    return remarks;
  }

  private static String sentence(String what, int count, Reason reason, boolean isNamingSaid) {
    String subject =
        what.equals("metrics")
            ? count == 1 ? "1 reading of metrics" : "%,d readings of metrics".formatted(count)
            : count == 1 ? "1 heap profile" : "%,d heap profiles".formatted(count);
    String are = count == 1 ? "is" : "are";
    String have = count == 1 ? "has" : "have";
    return switch (reason) {
      case DUPLICATE ->
          "%s %s left out: duplicates of another one, of the same time and content"
              .formatted(subject, are);
      case TIME_INSIDE ->
          "%s %s the time of another one, by what stands in the profile, and %s left out: these may"
                  .formatted(subject, have, are)
              + " be of two processes, which are told apart by a folder for each";
      case TIME_OUTSIDE ->
          "%s %s the time of another one and %s left out%s"
              .formatted(subject, have, are, isNamingSaid ? "" : "; " + HOW_TO_NAME);
    };
  }

  private boolean isCopied() {
    int most = 0;
    for (int count : byFileTime.values()) {
      most = Math.max(most, count);
    }
    return most >= SEVERAL && lastFileMillis - firstFileMillis <= COPIED_WITHIN_MILLIS;
  }
}
